export { prepDay as prepDayOf } from './days';
export { month, monthName, part, year } from './words';
