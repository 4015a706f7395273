using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;

namespace Dashboard.Data.Documents;

/// <summary>A weapon is <c>[name, role, basis …]</c>.</summary>
internal static class WeaponJson
{
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> property, ValueList<Weapon> weapons)
    {
        if (weapons.Count == 0)
        {
            return;
        }

        json.WriteStartArray(property);
        foreach (var weapon in weapons)
        {
            json.WriteStartArray();
            json.WriteStringValue(weapon.Name);
            json.WriteStringValue(weapon.Role);
            EvidenceJson.WriteItems(json, weapon.Basis);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    public static ValueList<Weapon> Read(ref DocumentReader document, ReadOnlySpan<byte> property)
    {
        if (!document.Has(property))
        {
            return [];
        }

        List<Weapon> weapons = [];
        document.Open();
        while (!document.TryClose())
        {
            document.Open();
            weapons.Add(new Weapon(document.Text(), document.Text(), EvidenceJson.ReadItems(ref document)));
        }

        return weapons.ToValueList();
    }

    public static void ReadFacts(ref DocumentReader document, ReadOnlySpan<byte> property, SourceIds sources)
    {
        if (!document.Has(property))
        {
            return;
        }

        document.Open();
        while (!document.TryClose())
        {
            document.Open();
            document.Skip();
            document.Skip();
            EvidenceJson.ReadSourceItems(ref document, sources);
        }
    }
}
