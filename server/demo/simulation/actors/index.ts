import type { ActorKind } from "../act";
import { candidates } from "./candidates";
import { clients } from "./clients";
import { graders } from "./graders";
import { managers } from "./managers";
import { moonlight } from "./moonlight";
import { payers } from "./payers";
import { rewards } from "./rewards";
import { warehouse } from "./warehouse";
import { workers } from "./workers";

/** Everybody who does something by themselves. Who comes with another context gets a file here and a line. */
export const actorKinds: ActorKind[] = [
	clients,
	moonlight,
	workers,
	warehouse,
	managers,
	graders,
	rewards,
	payers,
	candidates,
];
