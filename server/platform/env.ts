import { z } from "zod";

const text = z.string().min(1);
const onOff = z.enum(["on", "off"]);
const MISSING = "missing";

/** What is expected, said where something else is given. */
const expecting = (what: string) => (issue: { input?: unknown }) => (issue.input === undefined ? MISSING : what);
const secret = z.string().min(32, "at least 32 characters, such as `openssl rand -base64 32` gives");

/** Stripe counts these in other units than hundredths. */
const WITHOUT_HUNDREDTHS = (
	"bif clp djf gnf isk jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf " + "bhd jod kwd omr tnd"
).split(" ");

const shape = {
	DATABASE_URL: z
		.url({
			protocol: /^postgres(ql)?$/,
			error: expecting("an address such as postgres://user:password@host:5432/name"),
		})
		.describe("the PostgreSQL database; unset, `npm start` runs its own under .data/"),
	DATABASE_DIRECT_URL: z
		.url({
			protocol: /^postgres(ql)?$/,
			error: expecting("an address such as postgres://user:password@host:5432/name"),
		})
		.optional()
		.describe("the same database past a pooler such as PgBouncer, for what belongs to a session"),
	EMBEDDED_DATABASE: onOff
		.default("off")
		.describe("set to on by `npm start` when the database is its own; not for you"),
	DEMO: onOff.default("on").describe("demo mode: personas, mailbox, time machine; only with the embedded database"),
	DEMO_COMPANY: z
		.enum(["living", "still"])
		.default("living")
		.describe("what a new demo is filled with: a living company with a month of history, or a few cats in a moment"),
	DEMO_PRESENT: z.iso
		.datetime({ offset: true, error: expecting("a moment such as 2027-04-28T10:20:00+03:00") })
		.transform((moment) => new Date(moment))
		.optional()
		.describe(
			"the moment at which the present of a new demo begins; unset, that of the company that is shipped, or today",
		),
	HOST: text.default("localhost").describe("the network name to listen on; 0.0.0.0 for every network"),
	PORT: z.coerce.number().int().min(1).max(65_535).default(3000).describe("the port to listen on"),
	APP_URL: z
		.url({ protocol: /^https?$/, error: expecting("an address such as https://cats.example") })
		.describe("the public address, for links in e-mails and for sign-in"),
	AUTH_SECRET: secret.describe("signs sessions and links; the same on every instance"),
	PG_POOL: z.coerce
		.number()
		.int()
		.min(1)
		.max(200)
		.default(10)
		.describe("connections per pool; an instance has two pools"),
	INNGEST_EVENT_KEY: text.optional().describe("Inngest's event key; with it Inngest runs the background functions"),
	INNGEST_SIGNING_KEY: text.optional().describe("Inngest's signing key, which proves that a call is Inngest's own"),
	INNGEST_BASE_URL: z.url().optional().describe("the address of a self-hosted Inngest"),
	FUNCTIONS: z
		.string()
		.regex(/^(all|none|[a-z]+(,[a-z]+)*)$/, "all, none, or contexts such as billing,notifications")
		.default("all")
		.describe("the contexts whose background functions this instance runs: all, none or a list"),
	SURFACES: z
		.enum(["all", "hiring", "all-but-hiring"])
		.default("all")
		.describe("what this instance shows: everything, the public pages of hiring alone, or everything but them"),
	FILES_DIR: text.optional().describe("the folder for photos when they are not in S3; shared by all instances"),
	S3_ENDPOINT: z.url().optional().describe("the address of an S3-compatible store for photos"),
	S3_REGION: text.optional().describe("the store's region"),
	S3_BUCKET: text.optional().describe("the bucket for photos"),
	S3_ACCESS_KEY: text.optional().describe("the store's access key"),
	S3_SECRET_KEY: text.optional().describe("the store's secret key"),
	RESEND_API_KEY: text.optional().describe("Resend's key; without it mails go to the demo mailbox only"),
	MAIL_FROM: text.optional().describe("the sender of mails, such as Make Cats Free <hello@cats.example>"),
	COOKIE_BAKER_URL: z.url().optional().describe("the fortune cookie contractor's address (R-170)"),
	COOKIE_BAKER_SECRET: secret.optional().describe("signs what is exchanged with the fortune cookie contractor"),
	CARD_SANDBOX_URL: z.url().optional().describe("the sandbox's card service, which charges cards that do not exist"),
	CARD_SANDBOX_SECRET: secret.optional().describe("signs what is exchanged with the sandbox's card service"),
	CARD_SANDBOX_PATIENCE_MS: z.coerce
		.number()
		.int()
		.min(100)
		.default(6000)
		.describe("how long an answer of the sandbox's card service is waited for; slow cards take half as long"),
	GOLD_HAT_URL: z.url().optional().describe("Gold Hat's address, through which workers are paid (R-230)"),
	GOLD_HAT_SECRET: secret.optional().describe("signs what is exchanged with Gold Hat"),
	GOLD_HAT_PATIENCE_MS: z.coerce
		.number()
		.int()
		.min(100)
		.default(5000)
		.describe("how long an answer of Gold Hat is waited for; then it is asked what became of the transfer"),
	STRIPE_SECRET_KEY: text.optional().describe("Stripe's secret key; with it clients pay by card through Stripe"),
	STRIPE_WEBHOOK_SECRET: text.optional().describe("what Stripe signs its messages to /api/webhooks/stripe with"),
	STRIPE_CURRENCY: z
		.string()
		.regex(/^[a-z]{3}$/, "three small letters, such as eur")
		.refine((code) => !WITHOUT_HUNDREDTHS.includes(code), "a currency with hundredths")
		.optional()
		.describe("the currency in which Stripe charges"),
	STRIPE_RATE: z
		.string()
		.regex(/^\d{1,6}(\.\d{1,6})?$/, "a number such as 0.85, with at most six decimals")
		.refine((rate) => Number(rate) > 0, "above zero")
		.optional()
		.describe("what one cat-unit of the books is worth in that currency"),
	STRIPE_API_URL: z.url().optional().describe("another address of Stripe's API, such as that of a double for tests"),
	METRICS_TOKEN: secret
		.optional()
		.describe("lets a Prometheus server fetch /api/metrics; without it that is not there"),
	LOG_LEVEL: z
		.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"])
		.default("info")
		.describe("how much is logged to stdout"),
};

type Name = keyof typeof shape;

/** Variables of which all are set or none. */
const together: Name[][] = [
	["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"],
	["S3_ENDPOINT", "S3_REGION", "S3_BUCKET", "S3_ACCESS_KEY", "S3_SECRET_KEY"],
	["RESEND_API_KEY", "MAIL_FROM"],
	["COOKIE_BAKER_URL", "COOKIE_BAKER_SECRET"],
	["CARD_SANDBOX_URL", "CARD_SANDBOX_SECRET"],
	["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "STRIPE_CURRENCY", "STRIPE_RATE"],
	["GOLD_HAT_URL", "GOLD_HAT_SECRET"],
];

/** `[variable, the variable that it needs]` */
const needs: [Name, Name][] = [
	["INNGEST_BASE_URL", "INNGEST_EVENT_KEY"],
	["STRIPE_API_URL", "STRIPE_SECRET_KEY"],
];

const schema = z.object(shape);

export type Env = Readonly<z.output<typeof schema>>;

/** What each variable is for, by name. */
export const environmentVariables: Record<string, string> = Object.fromEntries(
	Object.entries(shape).map(([name, type]) => [name, type.description ?? ""]),
);

/** The environment is not fit to start with. The message has a line for each variable at fault, and never its value. */
export class EnvironmentError extends Error {
	constructor(faults: readonly Fault[]) {
		const lines = faults.map(([name, fault]) => `  ${name}: ${fault}\n    (${environmentVariables[name]})`);
		super(`The environment is not complete. See .env.example.\n${lines.join("\n")}`);
		this.name = "EnvironmentError";
	}
}

type Fault = readonly [name: string, what: string];

/** Reads and checks an environment. An empty value counts as unset. Throws EnvironmentError. */
export function parseEnv(source: Record<string, string | undefined>): Env {
	const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== "" && value !== undefined));
	const { data, error } = schema.safeParse(given, {
		error: (issue) => (issue.input === undefined ? MISSING : undefined),
	});
	const malformed = error?.issues.map((issue): Fault => [String(issue.path[0]), issue.message]) ?? [];
	const faults = [...malformed, ...incomplete((name) => given[name] !== undefined)];
	if (!data || faults.length > 0) throw new EnvironmentError(faults);
	return data;
}

function incomplete(isSet: (name: Name) => boolean): Fault[] {
	const because = (missing: Name, set: Name): Fault => [missing, `${MISSING}, because ${set} is set`];
	const partners = together.flatMap((group) => {
		const set = group.find(isSet);
		return set ? group.filter((name) => !isSet(name)).map((name) => because(name, set)) : [];
	});
	const unmet = needs.filter(([name, needed]) => isSet(name) && !isSet(needed));
	const placeless: Fault[] =
		isSet("FILES_DIR") || isSet("S3_BUCKET")
			? []
			: [["FILES_DIR", `${MISSING}, and so is S3_BUCKET: photos need a place`]];
	return [...partners, ...unmet.map(([name, needed]) => because(needed, name)), ...placeless];
}

let parsed: Env | undefined;

/** The checked environment. Read at first use, so that importing a module needs none. Throws EnvironmentError. */
export function env(): Env {
	parsed ??= parseEnv(process.env);
	return parsed;
}

/** To be called at the server's start, so that a fault shows there and not at some request. Throws EnvironmentError. */
export const assertEnv = (): void => void env();

/** Whether personas, mailbox and time machine are open: never where the database is somebody's own. */
export const demoMode = (): boolean => env().EMBEDDED_DATABASE === "on" && env().DEMO === "on";
