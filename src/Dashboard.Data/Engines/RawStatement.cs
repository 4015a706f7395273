using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dashboard.Data.Engines;

/// <summary>
/// A prepared statement without the layers above it, for what runs a million times: bind, step, read. Parameters count from
/// 1, columns from 0. One thread at a time.
/// </summary>
internal sealed class RawStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[1024];

    public RawStatement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
    }

    public void Bind(int parameter, long? value) =>
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, parameter, number) : raw.sqlite3_bind_null(_statement, parameter));

    public void Bind(int parameter, double? value) =>
        Check(value is { } number ? raw.sqlite3_bind_double(_statement, parameter, number) : raw.sqlite3_bind_null(_statement, parameter));

    public void Bind(int parameter, ReadOnlySpan<char> value)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_text.Length < longest)
        {
            _text = new byte[longest];
        }

        Bind(parameter, _text.AsSpan(0, Encoding.UTF8.GetBytes(value, _text)));
    }

    /// <param name="utf8">It is copied.</param>
    public void Bind(int parameter, ReadOnlySpan<byte> utf8) =>
        // A span without a byte has no address, which would be bound as null.
        Check(utf8.IsEmpty ? raw.sqlite3_bind_text(_statement, parameter, "") : raw.sqlite3_bind_text(_statement, parameter, utf8));

    /// <returns>True on a row; false at the end, when the statement can be bound again.</returns>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        // After a failure, resetting says the same again: the step's own answer is the one to tell.
        var message = result == raw.SQLITE_DONE ? 0 : result;
        var reset = raw.sqlite3_reset(_statement);
        Check(message == 0 ? reset : message);
        return false;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        while (Step())
        {
        }

        return raw.sqlite3_changes(_connection);
    }

    /// <summary>Leaves the rest of the rows.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Integer(int column) => raw.sqlite3_column_int64(_statement, column);

    public double Real(int column) => raw.sqlite3_column_double(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>Text as it lies there; valid until the next step.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection);
}
