/** The page shows itself without asking anybody: its numbers and its time are examples. */
export const example = { sign: "₡", timeZone: "Europe/Moscow", now: new Date("2026-11-22T09:00:00Z") };

export const exampleDay = (time: string) => new Date(`2026-11-27T${time}:00+03:00`);
