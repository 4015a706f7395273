using System.Globalization;
using System.Text;
using System.Xml;
using Dashboard.Data;

namespace Dashboard.Web.Corrections;

/// <summary>Corrections as Atom (RFC 4287, pages as in RFC 5005). Stored text is text: nothing of it is markup.</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings _settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    public static byte[] Write(CorrectionFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, _settings))
        {
            xml.WriteStartElement("feed", Atom);
            Element(xml, "id", feed.Id);
            Element(xml, "title", feed.Title);
            Element(xml, "subtitle", feed.Description);
            Element(xml, "updated", Instant(feed.Updated));
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", "Incident dashboard");
            xml.WriteEndElement();
            var query = feed.List.Query;
            Link(xml, "self", feed.Server + CorrectionsAddress.OfAtom(query, feed.List.After), CorrectionsAddress.AtomType);
            Link(xml, "alternate", feed.Page, "text/html");
            if (feed.List.Next is { } next)
            {
                Link(xml, "next", feed.Server + CorrectionsAddress.OfAtom(query, next), CorrectionsAddress.AtomType);
            }

            foreach (var change in feed.List.Changes)
            {
                Entry(xml, feed, change);
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, CorrectionFeed feed, IncidentChange change)
    {
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", FeedAddresses.OfEntry(change));
        Element(xml, "title", CorrectionFeed.TitleOf(change));
        Element(xml, "updated", Instant(change.Revision.Committed));
        Link(xml, "alternate", feed.AddressOf(change), "text/html");
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Fit(CorrectionFeed.TextOf(change)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Fit(text));

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>XML has no word for some characters, not even escaped: they are replaced.</summary>
    private static string Fit(string text)
    {
        var fit = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            fit.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return fit.ToString();
    }
}
