namespace Dashboard.Web.Incidents;

/// <summary>How one incident stands to another, read from either end.</summary>
public static class RelationWords
{
    /// <summary>True where one came because of the other, so that the time between them says something.</summary>
    public static bool IsAnswer(string kind) => kind is "retaliation_for" or "response_to" or "condemns" or "comments_on" or "follows";

    /// <summary>Over the incidents that this one points to: "Retaliation for".</summary>
    public static string Outgoing(string kind) => ClaimWords.Sentence(kind);

    /// <summary>Over the incidents that point to this one: "Drew retaliation".</summary>
    public static string Incoming(string kind) => kind switch
    {
        "retaliation_for" => "Drew retaliation",
        "response_to" => "Drew response",
        "part_of" => "Includes",
        "follows" => "Followed by",
        "comments_on" => "Commented on in",
        "condemns" => "Condemned in",
        "attributes" => "Attributed in",
        "announces" => "Announced in",
        "corrects" => "Corrected in",
        "updates" => "Updated in",
        "spillover_of" => "Spilled over into",
        _ => ClaimWords.Sentence(kind),
    };
}
