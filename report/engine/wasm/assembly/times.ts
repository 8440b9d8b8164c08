/*
 * Times of answers: AssemblyScript, as cells.ts and lines.ts, which call it.
 */

/** A time such as `2026-03-01T10:00:00.000Z`, or none. */
export function time(to: usize, at: usize, end: usize): bool {
  if (end === at) {
    store<f64>(to, -Infinity);
    return true;
  }
  if (end - at !== 24 || load<u8>(at, 4) !== 45 || load<u8>(at, 7) !== 45 || load<u8>(at, 10) !== 84)
    return false;
  if (
    load<u8>(at, 13) !== 58 ||
    load<u8>(at, 16) !== 58 ||
    load<u8>(at, 19) !== 46 ||
    load<u8>(at, 23) !== 90
  )
    return false;
  const century = two(at);
  const years = two(at + 2);
  const month = two(at + 5);
  const day = two(at + 8);
  const hours = two(at + 11);
  const minutes = two(at + 14);
  const seconds = two(at + 17);
  const tens = two(at + 20);
  const ms = <i32>load<u8>(at, 22) - 48;
  const year = 100 * century + years;
  if ((years | month | day | hours | minutes | seconds | tens | ms | (9 - ms)) < 0 || century < 10)
    return false;
  if (month < 1 || month > 12 || day < 1 || hours > 23 || minutes > 59 || seconds > 59) return false;
  if (day > daysOf(year, month)) return false;
  const clock = ((hours * 60 + minutes) * 60 + seconds) * 1000 + 10 * tens + ms;
  store<f64>(to, <f64>dayNumber(year, month, day) * 86400000.0 + <f64>clock);
  return true;
}

function daysOf(year: i32, month: i32): i32 {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return 30 + ((month + (month >> 3)) & 1);
}

/** Days from 1 January 1970 on, by years that begin in March: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
function dayNumber(year: i32, month: i32, day: i32): i32 {
  const years = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 719469;
}

/** Two digits as a number; negative where one of the bytes is no digit. */
function two(at: usize): i32 {
  const tens = <i32>load<u8>(at) - 48;
  const ones = <i32>load<u8>(at, 1) - 48;
  return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : 10 * tens + ones;
}
