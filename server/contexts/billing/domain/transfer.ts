type Status = "requested" | "sending" | "accepted" | "completed" | "rejected";

/** Gold Hat has said what became of it. */
export const isDecided = (status: Status): boolean => status === "completed" || status === "rejected";

const UNANSWERED = ["1m", "5m", "30m", "2h", "6h"] as const;
const ACCEPTED = ["30m", "2h", "6h"] as const;
const DAILY = "1d";

/** So many times we ask by ourselves: for two months. Then it is for a manager to ask. */
export const LOOKS = 60;

/** How long to wait before the next look: soon where nothing was answered, later where Gold Hat is at it and ought to call. */
export const patienceBefore = (look: number, status: Status): string =>
	(status === "accepted" ? ACCEPTED : UNANSWERED)[look] ?? DAILY;

/** Hundredths as services take them: `140.00`. */
export const decimal = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`;
