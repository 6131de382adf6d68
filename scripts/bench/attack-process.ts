// A process of its own, for it takes on an installation's secrets: the built application at rest and under a flood of junk on the
// public form, while cats apply and clients place orders. First on one instance, then with another for the public form alone.
import path from "node:path";
import postgres from "postgres";
import { newDataDir, removeDataDir, startServer } from "../../e2e/_support/server";
import { secretsOf } from "../lib/secrets.mjs";
import { type Place, type Prepared, phase, prepare, spendProofs } from "./attack/phase";
import { type Attacked, resultsOf } from "./attack/results";
import { databaseOf, withInstallation } from "./installation";

/** The environment of another instance on the same database and with the same secrets. */
const besides = (dataDir: string, url: string): Record<string, string> => ({
	...{ DATABASE_URL: databaseOf(dataDir), AUTH_SECRET: secretsOf(dataDir).AUTH_SECRET, APP_URL: url },
	FILES_DIR: path.join(dataDir, "files"),
});

const ROUNDS = 3;

/** Rest and attack in turns, each round in the other order than the one before, so that what disturbs meets both. */
async function attack(place: Place): Promise<Attacked> {
	await spendProofs(place);
	await phase(place, null); // what is compiled at its first use is not held against the phases
	const wall = await phase(place, "wall");
	const rounds: Attacked["rounds"] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const restFirst = round % 2 === 0;
		const first = await phase(place, restFirst ? null : "gate");
		const second = await phase(place, restFirst ? "gate" : null);
		rounds.push(restFirst ? { rest: first, under: second } : { rest: second, under: first });
	}
	return { wall, rounds };
}

async function attackTogether(dataDir: string): Promise<{ prepared: Prepared; attacked: Attacked }> {
	const server = await startServer({ dataDir });
	const sql = postgres(databaseOf(dataDir), { max: 1 });
	const own = process.env;
	try {
		process.env = { ...own, ...besides(dataDir, server.url) }; // what signs challenges reads it from there
		const prepared = await prepare();
		process.env = own;
		return { prepared, attacked: await attack({ ...prepared, gate: server, office: server, sql }) };
	} finally {
		await sql.end();
		await server.stop();
	}
}

async function attackApart(dataDir: string, prepared: Prepared): Promise<Attacked> {
	const office = await startServer({ dataDir, env: { SURFACES: "all-but-hiring" } });
	const sql = postgres(databaseOf(dataDir), { max: 1 });
	const folder = newDataDir();
	const env = { ...besides(dataDir, office.url), SURFACES: "hiring", FUNCTIONS: "none" };
	const gate = await startServer({ dataDir: folder, env });
	try {
		return await attack({ ...prepared, gate, office, sql });
	} finally {
		await sql.end();
		await gate.stop();
		await office.stop();
		removeDataDir(folder);
	}
}

const results = await withInstallation(async (dataDir) => {
	const { prepared, attacked } = await attackTogether(dataDir);
	return resultsOf(attacked, await attackApart(dataDir, prepared));
});
console.log(JSON.stringify(results));
