import type { Person } from "@/server/kernel/actor";
import type { OrderId } from "@/server/kernel/ids";
import type { Ctx } from "@/server/platform/context";
import type { World } from "./world";

/** Something that somebody of the company means to do at a moment of business time, by a real command. */
export type Act = {
	at: Date;
	/** What tells it from every other: who does it twice does it once. */
	name: string;
	/** The e-mail of whoever does it. While a visitor is that person, the act is the visitor's to do or to leave. */
	who: string;
	/** What comes of it depends on what others did before, and others depend on it: it waits for them, and they for it. */
	decides?: boolean;
	/** Whose order it is about, where it doesn't decide: what people do about one order they do one after another. */
	orderId?: OrderId;
	perform: (ctx: PersonCtx) => Promise<unknown>;
};

export type PersonCtx = Ctx & { actor: Person };

/** A fact of the company as its people hear of it. */
export type Happened = { name: string; data: Record<string, unknown>; at: Date };

/** A kind of people: what they do by themselves, and what they do because of something that happened. */
export type ActorKind = {
	/** What they mean to do on a day; days are counted from the world's day 0, also backwards. */
	onDay?: (world: World, day: number) => Act[];
	/** By the event's name. */
	on?: Readonly<Record<string, (world: World, happened: Happened) => Act[]>>;
};
