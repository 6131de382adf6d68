import { after, hours } from "@/server/kernel/clock";
import type { ActorKind } from "../act";
import { lotsIn, momentOf } from "../world";
import { ask } from "./clients";

/** Every second week the moon is full, and everybody wants the same at the same time. */
const EVERY_DAYS = 14;
/** As many more ask as there are workers, so that some wait and some are never staffed. */
const TOO_MANY = 2;
const SONG = "night";

/** On the eve of a full moon more clients ask for a song at eight than there are workers to sing it. */
export const moonlight: ActorKind = {
	onDay(world, day) {
		const moon = day + 1;
		const song = world.services.find(({ key }) => key === SONG);
		if (!song || moon % EVERY_DAYS !== 0) return [];
		const singers = world.cast.clients.filter(({ keepsStill }) => !keepsStill);
		return singers.slice(0, world.cast.workers.length + TOO_MANY).map((client, index) => {
			const lots = lotsIn(world, "moon", client.email, moon);
			const at = after(momentOf(world, day, "10:00"), index * 97_000 + lots.next() * hours(0.02));
			const startsAt = momentOf(world, moon, "20:00");
			return ask(world, client, { at, startsAt, service: song, name: `moon ${client.email} ${moon}`, lots });
		});
	},
};
