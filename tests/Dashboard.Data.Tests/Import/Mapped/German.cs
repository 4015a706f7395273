using System.Text;
using Dashboard.Data.Import;
using Dashboard.Domain;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Tests.Import.Mapped;

/// <summary>A spreadsheet as somebody in Berlin keeps it: semicolons, decimal commas, three ways to write a date, a name without a point.</summary>
internal static class German
{
    public const string Text = """
        Nr;Datum;Uhrzeit;Ort;Provinz;Land;Breitengrad;Längengrad;Art;Täter;Ziel;Tote;Verletzte;Quelle;Link;Beschreibung;Waffe
        1;28.01.2024;05:30;Tower 22;al-Mafraq;Jordan;33,31417;38,70333;Drohnenangriff;Islamischer Widerstand im Irak;US-Streitkräfte;3;mindestens 34;AP;https://apnews.com/a;Drohne trifft Unterkunft.;Drohne
        2;12. März 2024;;Al-Bukamal;;SY;;;Luftangriff;;;1 bis 3;unbekannt;"SOHR; AFP";javascript:alert(1);Angriff auf ein Lager.;
        3;Februar 2024;;Atlantis;;;;;;;;;;Reuters;;Ort nicht bekannt.;-
        """;

    public static DatasetDescription Dataset { get; } = new("eigene", "Eigene Liste", "", "", "", TimeWindow.All);

    public static TableShape Table { get; } = ImportFile.Recognise(new MemoryStream(Encoding.UTF8.GetBytes(Text)), "liste.csv").Table!;
}
