// Names of countries, seas and lakes where a person would put them, and the zooms at which they help.

export interface AreaName {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** Zooms from which and up to which it is named. */
  readonly from: number;
  readonly to: number;
  /** Degrees, clockwise: seas are named along themselves. */
  readonly turn: number;
}

type Row = readonly [name: string, lat: number, lon: number, from: number, to: number, turn?: number];

const COUNTRIES: readonly Row[] = [
  ['Iraq', 32.35, 42.6, 3.2, 8], ['Syria', 34.95, 38.55, 3.6, 8.5], ['Jordan', 31.2, 36.75, 4.4, 8.5], ['Iran', 32.6, 53.8, 2.6, 8],
  ['Saudi Arabia', 24.6, 43.2, 2.6, 7.5], ['Turkey', 39.1, 34.3, 2.6, 7.5], ['Egypt', 26.6, 29.3, 2.8, 7.5], ['Yemen', 15.8, 47.6, 3.6, 7.5],
  ['Oman', 20.6, 56.3, 3.6, 7.5], ['United Arab Emirates', 23.5, 53.9, 5, 8], ['Qatar', 25.15, 51.18, 5.8, 9], ['Bahrain', 25.95, 50.55, 7, 10],
  ['Kuwait', 29.2, 47.6, 5.2, 9], ['Lebanon', 33.95, 35.95, 5.6, 9], ['Israel', 30.55, 34.85, 5.2, 9], ['Palestine', 32.2, 35.26, 6.2, 10], ['Gaza', 31.4, 34.37, 8, 10.5],
  ['Cyprus', 34.95, 32.95, 5.4, 9], ['Armenia', 40.3, 44.75, 4.8, 8], ['Azerbaijan', 40.35, 47.7, 4.8, 8], ['Georgia', 42.1, 43.5, 4.4, 8],
  ['Turkmenistan', 39.6, 59.2, 3.4, 7], ['Uzbekistan', 41.9, 63.2, 3.4, 7], ['Afghanistan', 33.8, 65.6, 3, 7], ['Pakistan', 29.6, 68.2, 2.8, 7], ['Kazakhstan', 48.3, 67.2, 2.4, 6],
  ['Sudan', 15.8, 30, 2.8, 7], ['Ethiopia', 8.8, 39.4, 2.8, 7], ['Eritrea', 15.6, 38.4, 4.6, 7.5], ['Djibouti', 11.75, 42.5, 5.4, 8], ['Somalia', 4.8, 45.6, 3.2, 7],
  ['Libya', 27, 17.6, 2.6, 7], ['Chad', 15.4, 18.7, 3, 6], ['Niger', 17.5, 9.5, 3, 6], ['Algeria', 28, 2.6, 2.4, 6], ['Tunisia', 34.2, 9.4, 4, 7], ['Morocco', 31.8, -6.3, 3, 6],
  ['Greece', 39.4, 22, 3.8, 7], ['Bulgaria', 42.7, 25.3, 4.2, 7], ['Romania', 45.9, 24.9, 3.6, 7], ['Ukraine', 49.1, 31.4, 2.8, 6.5], ['Russia', 61, 96, 2, 5], ['Poland', 52.1, 19.3, 3.4, 7],
  ['Germany', 51.1, 10.2, 3, 7], ['France', 46.7, 2.4, 3, 7], ['Spain', 40, -3.6, 3, 7], ['Portugal', 39.6, -8, 4.6, 7], ['Italy', 43, 12.2, 3.2, 7], ['Austria', 47.5, 14.2, 4.4, 7],
  ['United Kingdom', 53.2, -1.6, 3.2, 7], ['Ireland', 53.2, -8, 4.2, 7], ['Norway', 61.4, 8.8, 3.2, 6], ['Sweden', 62.6, 15.6, 3, 6], ['Finland', 63.3, 26.5, 3.2, 6], ['Iceland', 65, -18.6, 3.4, 6],
  ['India', 22.6, 79, 2.2, 6], ['China', 35.4, 103, 2, 6], ['Mongolia', 46.8, 103.2, 2.8, 6], ['Japan', 36.2, 138, 3, 6],
  ['Nigeria', 9.6, 8, 3, 6], ['Kenya', 0.6, 37.8, 3.2, 6], ['Tanzania', -6.2, 34.8, 3, 6], ['DR Congo', -2.9, 23.4, 2.6, 6], ['South Sudan', 7.4, 30.2, 3.6, 6.5], ['Angola', -12.4, 17.6, 3, 6], ['South Africa', -30.4, 24, 2.8, 6],
  ['United States', 39.4, -98.6, 2, 6], ['Canada', 58.5, -105, 2, 6], ['Mexico', 23.8, -102.3, 2.6, 6], ['Brazil', -10, -52.5, 2, 6], ['Argentina', -35.4, -65.2, 2.6, 6], ['Colombia', 3.9, -73, 3, 6], ['Peru', -9.4, -75, 3, 6],
  ['Australia', -25, 134, 2, 6], ['Indonesia', -1.6, 113.5, 2.8, 6], ['Greenland', 72.5, -40, 2, 5],
];

const WATERS: readonly Row[] = [
  ['Mediterranean Sea', 34.2, 27.6, 3.6, 8], ['Black Sea', 43.2, 34.4, 3.4, 8], ['Red Sea', 20.6, 38.5, 3.8, 8, 56], ['Persian Gulf', 27.1, 51.1, 4.4, 8.5, 40], ['Gulf of Oman', 24.9, 58.6, 5, 8.5, 28],
  ['Arabian Sea', 16.5, 62.5, 3.2, 8], ['Gulf of Aden', 12.3, 47.6, 4.4, 8, -10], ['Caspian Sea', 41.6, 50.8, 3.6, 8, 68], ['Aegean Sea', 38.6, 25, 5.4, 8.5],
  ['Indian Ocean', -18, 78, 2, 5], ['Atlantic Ocean', 27, -42, 2, 5], ['South Atlantic', -26, -14, 2.4, 5], ['Pacific Ocean', 5, -150, 2, 5], ['North Sea', 56.2, 3.2, 4, 7],
  ['Lake Tharthar', 33.98, 43.27, 8, 12, 62], ['Lake Razzaza', 32.75, 43.62, 8.6, 12, -40], ['Lake Habbaniyah', 33.29, 43.46, 9.4, 12], ['Lake Van', 38.62, 42.9, 6.6, 12], ['Lake Urmia', 37.65, 45.4, 6.8, 12, 70],
  ['Lake Assad', 36.02, 38.2, 8.6, 12, -50], ['Dead Sea', 31.5, 35.49, 8, 12, 84], ['Sea of Galilee', 32.82, 35.59, 9.6, 12], ['Lake Tuz', 38.75, 33.4, 7.4, 12], ['Lake Sevan', 40.35, 45.35, 7.2, 12, 50],
];

export const COUNTRY_NAMES: readonly AreaName[] = COUNTRIES.map(read);
export const WATER_NAMES: readonly AreaName[] = WATERS.map(read);

function read([name, lat, lon, from, to, turn = 0]: Row): AreaName {
  return { name, lat, lon, from, to, turn };
}
