import { createHash, randomBytes } from "node:crypto";
import { after, days } from "@/server/kernel/clock";

/** How long a session lasts by the machine's clock. Kiosks and phones stay signed in for weeks. */
const LIFETIME = days(30);

export const newSessionToken = (): string => randomBytes(32).toString("base64url");

/** What the table keeps of a token. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

export const sessionExpiry = (now: Date): Date => after(now, LIFETIME);
