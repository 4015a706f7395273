// What make.mjs adds to the lists: places that no list has, spellings that are missing, and the names of provinces that
// GeoNames gives as codes. Points and radii of the
// hand-set places are those of the starter dataset and of the base map.

export const handSet = [
  { id: "akashat", name: "Akashat", latitude: 33.7, longitude: 39.95, country: "IQ", province: "Anbar", nature: "village", radius: 15000,
    names: ["Ukashat", "‘Ukāshāt", "Akashet", "عكاشات"] },
  { id: "al-tanf", name: "Al-Tanf", latitude: 33.50583, longitude: 38.61778, country: "SY", province: "Homs", nature: "garrison", radius: 2000,
    names: ["At-Tanf", "Tanf garrison", "Al-Tanf garrison", "At Tanf garrison", "التنف"] },
  { id: "tower-22", name: "Tower 22", latitude: 33.31417, longitude: 38.70333, country: "JO", province: "Mafraq", nature: "outpost", radius: 1500,
    names: ["T-22", "Burj 22", "البرج 22"] },
  { id: "al-omar", name: "Al-Omar oil field", latitude: 35.1, longitude: 40.56, country: "SY", province: "Deir ez-Zor", nature: "base", radius: 6000,
    names: ["Al-Omar", "Al-Omar field", "Omar oil field", "Al-Omar oilfield", "Green Village", "MSS Green Village", "حقل العمر النفطي", "حقل العمر"] },
  { id: "conoco", name: "Conoco gas field", latitude: 35.33, longitude: 40.31, country: "SY", province: "Deir ez-Zor", nature: "base", radius: 6000,
    names: ["Conoco", "Conoco field", "Conoco base", "Koniko", "Coneco", "حقل كونيكو", "كونيكو"] },
  { id: "rumaylan", name: "Rumaylan", latitude: 36.98, longitude: 41.96, country: "SY", province: "Hasakah", nature: "town", radius: 6000,
    names: ["Rmeilan", "Rumeilan", "Remelan", "Rumaylan landing zone", "Rumalyn", "Rimelan", "Rmelan", "رميلان"] },
  { id: "jurf-al-sakhar", name: "Jurf al-Sakhar", latitude: 32.86667, longitude: 44.21389, country: "IQ", province: "Babil", nature: "town", radius: 5000,
    names: ["Jurf as-Sakhar", "Jurf al-Nasr", "Jurf an-Nasr", "Jurf al-Saqr", "Jurf as-Sakhr", "Jurf al-Sakhr", "جرف الصخر", "جرف النصر"] },
  { id: "al-baghdadi", name: "Al-Baghdadi", latitude: 33.87, longitude: 42.54, country: "IQ", province: "Anbar", nature: "town", radius: 6000,
    names: ["Khan al-Baghdadi", "Al Baghdadi", "Baghdadi", "البغدادي", "خان البغدادي"] },
];

/** By the id that the list gives them. */
export const extraNames = {
  174448: ["Al-Bukamal", "Al-Bokamal", "Albu Kamal", "Abu Kamal", "Boukamal", "Abukamal", "البوكمال"],
  ORAA: ["Ain al-Asad", "Ayn al-Asad", "Ain al-Asad Air Base", "Al-Asad", "Ain Assad", "Ayn al-Asad Airbase", "عين الأسد", "قاعدة عين الأسد الجوية"],
};

const named = (country, table) => Object.fromEntries(table.split("; ").map(entry => [country + entry.slice(0, 2), entry.slice(3)]));

export const provinces = {
  ...named("SY", "01 Hasakah; 02 Latakia; 03 Quneitra; 04 Raqqa; 05 Suwayda; 06 Daraa; 07 Deir ez-Zor; 08 Rif Dimashq; 09 Aleppo; 10 Hama; 11 Homs; 12 Idlib; 13 Damascus; 14 Tartus"),
  ...named("IQ", "01 Anbar; 02 Basra; 03 Muthanna; 04 Qadisiyah; 05 Sulaymaniyah; 06 Babil; 07 Baghdad; 08 Duhok; 09 Dhi Qar; 10 Diyala; 11 Erbil; 12 Karbala; 13 Kirkuk; 14 Maysan; 15 Nineveh; 16 Wasit; 17 Najaf; 18 Saladin"),
  ...named("JO", "02 Balqa; 09 Karak; 12 Tafilah; 15 Mafraq; 16 Amman; 17 Zarqa; 18 Irbid; 19 Ma'an; 20 Ajloun; 21 Aqaba; 22 Jerash; 23 Madaba"),
  ...named("LB", "04 Beirut; 05 Mount Lebanon; 06 South; 07 Nabatieh; 08 Beqaa; 09 North; 10 Akkar; 11 Baalbek-Hermel"),
  ...named("YE", "01 Abyan; 02 Aden; 03 Mahra; 04 Hadramawt; 05 Shabwah; 08 Hudaydah; 10 Mahwit; 11 Dhamar; 14 Marib; 15 Saada; 16 Sanaa; 18 Dhale; 19 Amran; 20 Bayda; 21 Jawf; 22 Hajjah; 23 Ibb; 24 Lahij; 25 Taiz; 26 Amanat al-Asimah; 27 Raymah; 28 Socotra"),
};
