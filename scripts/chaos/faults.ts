import { setTimeout as pause } from "node:timers/promises";
import { minutes } from "@/server/kernel/clock";
import type { Instance } from "./instances";
import type { Manner } from "./services";

/** What a fault can get hold of. */
export type Victims = {
	instances: Instance[];
	/** Kills the database and starts it again on the same files. */
	killDatabase: () => Promise<void>;
	/** The disk for photos is full for a while. */
	fillDisk: (ms: number) => Promise<void>;
	/** Business time jumps, ahead or back. */
	stepClock: (ms: number) => Promise<void>;
	/** A number from 0 to 1, drawn from the seed. */
	random: () => number;
};

export type Fault = {
	/** What happens, for the report. */
	what: string;
	/** How many instances run background functions. */
	instances: number;
	/** How instances treat events and answers. */
	delivery?: "twice" | "answers-lost";
	/** There are payment services, which misbehave so; the month is seen out, so that everybody is paid. */
	services?: readonly Manner[];
	/** Does its harm once; it is called again and again, with a random pause between. */
	strike?: (victims: Victims) => Promise<void>;
	/** The longest pause between two strikes. */
	everyMs?: number;
	/** Whether the company must end exactly as it ends undisturbed. Not when people themselves could not act meanwhile. */
	endsTheSame: boolean;
};

const LONGEST_HANG_MS = 3000;

const one = ({ instances, random }: Victims): Instance | undefined =>
	instances[Math.floor(random() * instances.length)];

export const faults = {
	none: { what: "nothing breaks", instances: 1, endsTheSame: true },
	"several-instances": {
		what: "three instances run every cycle and function at once",
		instances: 3,
		endsTheSame: true,
	},
	"engine-killed": {
		what: "one of two instances is killed (kill -9) again and again, and comes up anew",
		instances: 2,
		everyMs: 2500,
		endsTheSame: true,
		strike: async (victims) => one(victims)?.killAndRestart(),
	},
	"engine-hangs": {
		what: "one of two instances stands still for seconds and then goes on as if nothing had been",
		instances: 2,
		everyMs: 4000,
		endsTheSame: true,
		async strike(victims) {
			const instance = one(victims);
			instance?.signal("SIGSTOP");
			await pause(victims.random() * LONGEST_HANG_MS);
			instance?.signal("SIGCONT");
		},
	},
	"database-killed": {
		what: "the database is killed (kill -9) again and again, with all that is under way",
		instances: 2,
		everyMs: 4000,
		endsTheSame: false,
		strike: ({ killDatabase }) => killDatabase(),
	},
	"everything-killed": {
		what: "the database and every instance are killed at one moment",
		instances: 2,
		everyMs: 6000,
		endsTheSame: false,
		async strike({ instances, killDatabase }) {
			for (const instance of instances) instance.signal("SIGKILL");
			await killDatabase();
			await Promise.all(instances.map((instance) => instance.killAndRestart()));
		},
	},
	"events-twice": {
		what: "every event starts every function twice, at different moments and in any order",
		instances: 1,
		delivery: "twice",
		endsTheSame: true,
	},
	"answers-lost": {
		what: "the first answer of every step is lost after it has done its work, so that each runs twice",
		instances: 1,
		delivery: "answers-lost",
		endsTheSame: true,
	},
	"services-late": {
		what: "cards and Gold Hat answer slowly, some so late that nobody listens any more",
		instances: 1,
		services: ["late"],
		endsTheSame: false,
	},
	"services-twice": {
		what: "cards and Gold Hat take everything twice, and tell everything twice",
		instances: 1,
		services: ["twice"],
		endsTheSame: false,
	},
	"services-wrong": {
		what: "cards and Gold Hat do what they are asked and answer nonsense, failures or other amounts",
		instances: 1,
		services: ["wrong"],
		endsTheSame: false,
	},
	"services-never": {
		what: "what is sent to cards and Gold Hat, what they answer and what they tell gets lost",
		instances: 1,
		services: ["never"],
		endsTheSame: false,
	},
	"services-and-kills": {
		what: "cards and Gold Hat misbehave in every way, while one of two instances is killed again and again",
		instances: 2,
		services: ["late", "twice", "wrong", "never"],
		everyMs: 2500,
		endsTheSame: false,
		strike: async (victims) => one(victims)?.killAndRestart(),
	},
	"disk-full": {
		what: "the disk for photos is full, again and again, for a second or two",
		instances: 1,
		everyMs: 2500,
		endsTheSame: false,
		strike: ({ fillDisk, random }) => fillDisk(500 + random() * 1500),
	},
	"clock-steps": {
		what: "the business clock jumps, up to twenty minutes ahead or ten back",
		instances: 2,
		everyMs: 2500,
		endsTheSame: false,
		strike: ({ stepClock, random }) => stepClock(minutes(random() * 30 - 10)),
	},
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;
export const faultNames = Object.keys(faults) as FaultName[];
