namespace Dashboard.Domain.Querying;

/// <summary>What a question does with leads: machine-coded rows that await a person.</summary>
public enum LeadView
{
    /// <summary>They are left out, everywhere.</summary>
    Hidden,

    /// <summary>They stand among the incidents, told apart.</summary>
    Shown,

    /// <summary>Only they are asked for.</summary>
    Only,
}
