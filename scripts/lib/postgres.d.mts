export type PostgresServer = {
	pid: number;
	dataDir: string;
	exited: Promise<unknown>;
	url(database: string): string;
	/** `fast` ends connections and writes everything; `immediate` does not write, for what is thrown away. */
	stop(how?: "fast" | "immediate"): Promise<void>;
};

export function startPostgres(options: {
	dataDir: string;
	port: number;
	password: string;
	settings?: Record<string, string>;
}): Promise<PostgresServer>;

export function stopOrphan(dataDir: string): Promise<void>;

/** The address of a database on a server of this machine. */
export function urlOf(port: number, password: string, database: string): string;
