using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Dashboard.Data.Import.Cells;

namespace Dashboard.Data.Import.Mapped;

/// <summary>What people call their columns, in the languages in which they keep them.</summary>
internal static class HeaderWords
{
    /// <summary>In each line the plainest name first: of two columns that could mean the same, the one named so wins.</summary>
    private static readonly (ColumnMeaning Meaning, string Names)[] _names =
    [
        (ColumnMeaning.Id, "id, event id, incident id, upstream id, kennung, vorfall id, ereignis id, nr, nummer, lfd nr, identifiant, identificador, uid, uuid, fid, objectid, kimlik, معرف, идентификатор, номер"),
        (ColumnMeaning.Title, "title, headline, name, what, what happened, event name, incident, titel, ereignis, vorfall, betreff, ueberschrift, überschrift, schlagzeile, bezeichnung, titre, intitule, titulo, baslik, başlık, عنوان, заголовок, название"),
        (ColumnMeaning.Summary, "summary, description, desc, notes, note, text, details, narrative, comment, comments, beschreibung, zusammenfassung, bemerkung, bemerkungen, notiz, notizen, anmerkung, hergang, resume, remarques, descripcion, resumen, notas, detalles, aciklama, açıklama, ozet, özet, وصف, الوصف, ملخص, описание, примечание"),
        (ColumnMeaning.Kind, "kind, type, category, event type, incident type, attack type, art, typ, kategorie, vorfallart, ereignisart, art des vorfalls, categorie, genre, tipo, categoria, clase, tur, tür, kategori, نوع, النوع, тип, вид, категория"),
        (ColumnMeaning.Start, "start, date, event date, incident date, datum, zeitpunkt, datum von, datum des vorfalls, datum des ereignisses, date de l evenement, start date, date start, begin, beginn, anfang, von, tag, startdatum, ereignisdatum, debut, date debut, jour, fecha, inicio, fecha inicio, timestamp, datetime, date time, date utc, occurred, occurred at, when, tarih, baslangic, başlangıç, تاريخ, التاريخ, дата, начало, year, jahr, annee, ano, año"),
        (ColumnMeaning.StartTime, "start time, time, hour, uhrzeit, zeit, time of day, startzeit, heure, hora, time utc, local time, ortszeit, saat, وقت, الوقت, ساعة, время"),
        (ColumnMeaning.End, "end, end date, date end, datum bis, until, ende, enddatum, bis, fin, date fin, fecha fin, final, bitis, bitiş, نهاية, конец, окончание"),
        (ColumnMeaning.EndTime, "end time, endzeit, heure fin, hora fin"),
        (ColumnMeaning.TimePrecision, "time precision, date precision, zeitgenauigkeit, datumsgenauigkeit"),
        (ColumnMeaning.Latitude, "latitude, lat, breitengrad, breite, geographische breite, geografische breite, latitud, y, lat dd, decimallatitude, latitude wgs84, enlem, خط العرض, широта, gps lat, point y"),
        (ColumnMeaning.Longitude, "longitude, lon, lng, long, laengengrad, längengrad, laenge, länge, geographische länge, geografische länge, longitud, x, lon dd, decimallongitude, longitude wgs84, boylam, خط الطول, долгота, gps lon, gps long, point x"),
        (ColumnMeaning.Coordinates, "coordinates, coordinate, coords, latlon, lat lon, latlng, lat long, koordinaten, coordonnees, coordenadas, geom, geometry, wkt, geom wkt, gps, point, koordinat, koordinatlar, احداثيات, إحداثيات, координаты"),
        (ColumnMeaning.GeoPrecisionMetres, "geo precision m, precision m, radius m, accuracy m, uncertainty m, coordinate uncertainty in meters, genauigkeit m, radius in m"),
        (ColumnMeaning.Place, "place, location, location name, city, town, village, ort, stadt ort, ort des vorfalls, ortsname, ortschaft, stadt, dorf, schauplatz, tatort, lieu, localite, ville, endroit, lugar, localidad, ciudad, pueblo, sitio, settlement, site, yer, konum, sehir, şehir, مكان, المكان, موقع, مدينة, место, город, населенный пункт, nahiyah, locality, place name"),
        (ColumnMeaning.Province, "province, admin1, adm 1, adm1, governorate, state, region, oblast, provinz, bundesland, gouvernement, gouvernorat, provincia, departamento, il, vilayet, محافظة, المحافظة, область, провинция, регион"),
        (ColumnMeaning.Country, "country, country code, iso2, iso, land, land staat, staat, laendercode, pays, pais, país, ulke, ülke, بلد, البلد, دولة, страна"),
        (ColumnMeaning.Side, "side, actor, actors, party, parties, group, groups, akteur, akteure, konfliktpartei, partei, beteiligte, acteur, acteurs, partie, actor armado, actores, grupo, side a, side b, aktor, aktör, taraf, جهة, طرف, сторона, актор, участник"),
        (ColumnMeaning.Perpetrator, "perpetrator, perpetrators, attacker, perpetrator group, gname, taeter, täter, angreifer, verursacher, auteur, assaillant, perpetrador, atacante, autor, fail, saldirgan, saldırgan, الجاني, الفاعل, منفذ, исполнитель, нападавший"),
        (ColumnMeaning.Target, "target, targets, victim, victims, target group, ziel, ziele, opfer, cible, victime, victimes, objetivo, victima, victimas, hedef, kurban, هدف, الهدف, الضحية, цель, жертва"),
        (ColumnMeaning.Killed, "killed, fatalities, deaths, dead, death toll, number killed, people killed, persons killed, total killed, num killed, number of deaths, number of fatalities, total deaths, total fatalities, anzahl tote, zahl der toten, zahl der getoeteten, nombre de morts, nombre de tues, numero de muertos, nkill, fatalities best, killed best, best, tote, getoetete, getötete, todesopfer, gestorbene, tues, morts, deces, muertos, fallecidos, victimas mortales, olu, ölü, oldurulen, öldürülen, قتلى, القتلى, عدد القتلى, погибшие, убитые, погибло, убито"),
        (ColumnMeaning.KilledLow, "killed low, killed min, fatalities low, fatalities min, deaths low, deaths min, tote min, tote mindestens, low"),
        (ColumnMeaning.KilledHigh, "killed high, killed max, fatalities high, fatalities max, deaths high, deaths max, tote max, tote hoechstens, tote höchstens, high"),
        (ColumnMeaning.Injured, "injured, wounded, injuries, number injured, people injured, total injured, number wounded, number of injured, anzahl verletzte, zahl der verletzten, nombre de blesses, numero de heridos, nwound, injured best, verletzte, verwundete, blesses, heridos, lesionados, yarali, yaralı, جرحى, الجرحى, مصابين, раненые, ранено, пострадавшие"),
        (ColumnMeaning.InjuredLow, "injured low, injured min, wounded low, wounded min, verletzte min"),
        (ColumnMeaning.InjuredHigh, "injured high, injured max, wounded high, wounded max, verletzte max"),
        (ColumnMeaning.Source, "source, sources, source name, publisher, reported by, quelle, quellen, medium, herausgeber, fuente, fuentes, kaynak, مصدر, المصدر, источник"),
        (ColumnMeaning.SourceAddress, "source url, url, link, quellen url, quelle url, quell url, link zur quelle, source link, urls, links, web, website, source address, quellenlink, lien, enlace, adresse web, permalink, href, baglanti, bağlantı, رابط, ссылка"),
        (ColumnMeaning.SourceDate, "source date, publication date, published, date published, reported date, quellendatum, veroeffentlicht, veröffentlicht, publiziert, date publication, fecha publicacion, fecha fuente"),
        (ColumnMeaning.Tags, "tags, tag list, keywords, labels, schlagwort, schlagworte, schlagwoerter, schlagwörter, stichworte, mots cles, etiquetas, etiket, etiketler, вид оружия, теги, وسوم, association, associations, filter, narrative id"),
    ];

    private static readonly FrozenDictionary<string, (ColumnMeaning Meaning, int Rank)> _meanings = _names
        .SelectMany(entry => entry.Names.Split(", ").Select((name, rank) => (Key: Key(name), entry.Meaning, Rank: rank)))
        .DistinctBy(entry => entry.Key)
        .ToFrozenDictionary(entry => entry.Key, entry => (entry.Meaning, entry.Rank));

    /// <summary>The meaning that the name has by itself; a number at its end counts several of the same: source1, actor_2.</summary>
    /// <param name="rank">The lower, the plainer the name.</param>
    public static ColumnMeaning Meaning(string column, out int rank)
    {
        var key = Key(column);
        if (_meanings.TryGetValue(key, out var known) || _meanings.TryGetValue(key.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), out known))
        {
            rank = known.Rank;
            return known.Meaning;
        }

        rank = int.MaxValue;
        return ColumnMeaning.Attribute;
    }

    /// <summary>Letters and digits alone, in lower case, without accents: "event_date", "eventDate" and "Event date (UTC)" are one.</summary>
    private static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        var unit = name.IndexOfAny(['(', '[']);
        foreach (var letter in PlainLetters.Of(unit > 0 ? name.AsSpan(0, unit) : name))
        {
            if (char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.SpacingCombiningMark)
            {
                key.Append(letter);
            }
        }

        return key.ToString();
    }
}
