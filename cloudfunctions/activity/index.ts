/** What rooms above may use of activity. */
export { insertActivities as addActivities, type NewActivity } from './store/activities';
export { type AttendanceRow, writeAttendance as addAttendance } from './store/attendance';
