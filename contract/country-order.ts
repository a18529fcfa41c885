import { foldText } from './text';

/**
 * All countries in the order of their English names. Kept here because browsers and servers know the names in different versions, and must not
 * disagree on an order; English because a row has one place, in every language that it is read in.
 */
const COUNTRIES = [
  'AF AX AL DZ AS AD AO AI AQ AG AR AM AW AC AU AT AZ BS BH BD BB BY BE BZ BJ DY BM BT BO BA BW BV BR IO VG BN BG BF',
  'HV BI KH CM CA IC CV BQ KY CF EA TD CL CN CX CP CC CO KM CG CD ZR CK CR CI HR CU AN CW CY CZ DK DG DJ DM DO EC EG',
  'SV GQ ER EE SZ ET FK FO FJ FI FR FX GF PF TF GA GM GE DD DE GH GI GR GL GD GP GU GT GG GN GW GY HT HM HN HK HU IS',
  'IN ID IR IQ IE IM IL IT JM JP JE JO KZ KE KI XK KW KG LA LV LB LS LR LY LI LT LU MO MG MW MY MV ML MT MH MQ MR MU',
  'YT MX FM MD MC MN ME MS MA MZ BU MM NA NR NP NL NC NZ NI NE NG NU NF KP MK MP NO OM PK PW PS PA PG PY PE PH PN PL',
  'PT PR QA RE RO RU SU RW WS SM ST CQ SA SN CS RS YU SC SL SG SX SK SI SB SO ZA GS KR SS ES LK BL SH KN LC MF PM VC',
  'SD SR SJ SE CH SY TW TJ TZ TH TL TP TG TK TO TT TA TN TR TM TC TV UM VI UG UA AE GB UK US UY UZ NH VU VA VE VD VN',
  'WF EH YD YE ZM RH ZW',
].join(' ');

/**
 * Where a country stands in a list: by the name of its code, not as it was typed, so that each country is one run. A code that names
 * no country is shown by what was typed, and stands behind all others by that.
 */
export function countrySortKey(code: string, typed: string): string {
  const at = /^[A-Z]{2}$/u.test(code) ? COUNTRIES.indexOf(code) : -1;
  return at < 0 ? `999${foldText(typed)}` : String(at / 3).padStart(3, '0');
}
