namespace Dashboard.Domain.Accounts;

/// <summary>What somebody with an account may do. A reader has none.</summary>
public enum Role
{
    /// <summary>Changes the data.</summary>
    Editor,

    /// <summary>Does what an editor does, and looks after the accounts.</summary>
    Admin,
}
