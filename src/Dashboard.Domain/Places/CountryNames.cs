using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Dashboard.Domain.Places;

/// <summary>The names under which datasets know countries: historical ones, official ones, common spellings.</summary>
internal static class CountryNames
{
    private const string Others = """
        AE UAE; AG Antigua & Barbuda; BA Bosnia-Herzegovina; BA Bosnia; BA Bosnia & Herzegovina; BN Brunei Darussalam;
        BO Bolivia (Plurinational State of); BO Plurinational State of Bolivia; BS The Bahamas; BS Bahamas, The; BY Belorussia;
        CD DR Congo (Zaire); CD Democratic Republic of Congo; CD Democratic Republic of the Congo; CD Congo (Kinshasa); CD Zaire;
        CD DRC; CD Congo, Democratic Republic of the; CD Congo, Dem. Rep.; CD Congo - Kinshasa; CD The Democratic Republic of the Congo;
        CF CAR; CG Republic of Congo; CG Republic of the Congo; CG Congo (Brazzaville); CG Congo-Brazzaville; CG Congo, Rep.; CG Congo Republic;
        CI Ivory Coast; CI Cote d'Ivoire; CN People's Republic of China; CV Cape Verde; CZ Czech Republic; CZ Czechoslovakia;
        DE Federal Republic of Germany; EG Arab Republic of Egypt; EH Sahrawi Arab Democratic Republic;
        FK Falkland Islands (Malvinas); FM Federated States of Micronesia; GB UK; GB Great Britain; GB United Kingdom of Great Britain and Northern Ireland;
        GB England; GB Scotland; GB Wales; GB Northern Ireland; GM The Gambia; GM Gambia, The; GW Guinea Bissau;
        HK Hong Kong SAR; IR Iran (Islamic Republic of); IR Islamic Republic of Iran; KG Kyrgyz Republic; KH Cambodia (Kampuchea); KH Kampuchea;
        KM The Comoros; KN St. Kitts and Nevis; KP Democratic People's Republic of Korea; KP DPRK; KP Korea, North; KP Korea, Dem. Rep.;
        KR Republic of Korea; KR Korea, South; KR Korea, Republic of; KR Korea;
        LA Lao PDR; LA Lao People's Democratic Republic; LC St. Lucia; LY Libyan Arab Jamahiriya; MD Republic of Moldova; MD Moldova, Republic of;
        ME Serbia and Montenegro (Montenegro); MG Madagascar (Malagasy); MK Macedonia; MK Macedonia, FYR; MK FYROM; MK The former Yugoslav Republic of Macedonia;
        MM Myanmar (Burma); MM Burma; MO Macau; MV The Maldives; NL The Netherlands; NL Holland;
        PS Palestinian Territories; PS Palestinian Territory; PS State of Palestine; PS West Bank and Gaza; PS West Bank; PS Gaza Strip; PS Gaza;
        PS Occupied Palestinian Territory; PS Palestinian Territory, Occupied; RE Reunion; RO Rumania; RS Serbia (Yugoslavia); RS Yugoslavia; RS Serbia and Montenegro;
        RU Russia (Soviet Union); RU Russian Federation; RU Soviet Union; RU USSR; SD The Sudan; SR Surinam; SS Republic of South Sudan;
        ST Sao Tome and Principe; SY Syrian Arab Republic; SZ Kingdom of eSwatini (Swaziland); SZ Swaziland; SZ eSwatini;
        SZ Kingdom of eSwatini; TL East Timor; TL Timor Leste; TR Turkey; TR Turkiye; TW Taiwan, Province of China; TW Republic of China;
        TZ United Republic of Tanzania; TZ Tanzania, United Republic of; US USA; US United States of America; US U.S.A.; US U.S.;
        VA Holy See; VA Vatican; VC St. Vincent and the Grenadines; VE Venezuela (Bolivarian Republic of); VE Bolivarian Republic of Venezuela;
        VN Viet Nam; VN Vietnam (North Vietnam); VN Vietnam, Democratic Republic of; WS Western Samoa; YE Yemen (North Yemen); YE North Yemen; YE Republic of Yemen;
        ZW Zimbabwe (Rhodesia); ZW Rhodesia; AX Aland Islands; BL Saint Barthelemy; CW Curacao; VI Virgin Islands, U.S.; VG Virgin Islands, British
        """;

    private static readonly FrozenDictionary<string, string> _codes = Entries()
        .DistinctBy(entry => entry.Name)
        .ToFrozenDictionary(entry => entry.Name, entry => entry.Code);

    public static string? CodeOf(string name) => _codes.GetValueOrDefault(Plain(name));

    private static IEnumerable<(string Name, string Code)> Entries() =>
    [
        .. Countries.Codes.Select(code => (Plain(code), code)),
        .. Countries.Codes.Select(code => (Plain(Countries.Name(code)), code)),
        .. Others.Split(';', StringSplitOptions.TrimEntries).Select(entry => (Plain(entry[3..]), entry[..2])),
    ];

    /// <summary>Letters and digits only, without case or accents; "St." is "Saint", "&amp;" is "and".</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name.Replace("&", " and ", StringComparison.Ordinal).Replace("St. ", "Saint ", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString();
    }
}
