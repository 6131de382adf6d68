import type { Cast } from "../people";
import { clients, FIRST_CLIENTS } from "./clients";
import { staff } from "./staff";
import { FIRST_WORKERS, workers } from "./workers";

/** The demo company as it lives. */
export const livingCast: Cast = { clients, workers, staff };

/** Its beginnings: few enough to be there in a moment, and they do nothing by themselves. For tests and benchmarks. */
export const stillCast: Cast = {
	clients: clients.slice(0, FIRST_CLIENTS),
	workers: workers.slice(0, FIRST_WORKERS),
	staff,
};
