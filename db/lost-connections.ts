import postgres from "postgres";

type Work = (tx: postgres.TransactionSql) => unknown;

/** A transaction whose connection may be lost: from then on nothing of it may reach the driver. */
type Fate = { lost: boolean; loss: Promise<never> };

/** Refuses every query. What a lost transaction still asks for is asked of this. */
const nowhere = postgres("postgres://nobody@127.0.0.1:1/nowhere", { max: 1 });
void nowhere.end();

/**
 * Makes a client's transactions survive that their connection is cut. The driver tells whoever began one, but lets the work go
 * on: its next query, or the driver's own rollback, is written to a socket that is no more, which ends the process; or to the
 * connection that has been opened anew meanwhile, outside of any transaction. Here the work is refused instead.
 */
export function failWhenLost(client: postgres.Sql): postgres.Sql {
	return new Proxy(client, {
		get: (target, name) => (name === "begin" ? (work: Work) => begin(target, work) : Reflect.get(target, name)),
	});
}

async function begin(client: postgres.Sql, work: Work): Promise<unknown> {
	let tell = (_error: unknown) => {};
	const fate: Fate = {
		lost: false,
		loss: new Promise((_, reject) => {
			tell = reject;
		}),
	};
	fate.loss.catch(() => {});
	try {
		return await client.begin((tx) => unlessLost(fate, () => work(guarded(tx, fate))));
	} catch (error) {
		fate.lost = true;
		tell(error);
		throw error;
	}
}

/**
 * The outcome of the work; none at all when the connection was lost, for the driver would commit or roll back on it. Looks when
 * all that follows from the socket's end has run: it fails the query under way a little before it fails the transaction.
 */
const unlessLost = (fate: Fate, work: () => unknown): Promise<unknown> =>
	new Promise((resolve, reject) => {
		const outcome = async () => work();
		outcome().then(
			(value) => process.nextTick(() => fate.lost || resolve(value)),
			(error: unknown) => process.nextTick(() => fate.lost || reject(error)),
		);
	});

function guarded(tx: postgres.TransactionSql, fate: Fate): postgres.TransactionSql {
	return new Proxy(tx, {
		apply: (target, self, given) => Reflect.apply(fate.lost ? nowhere : target, self, given),
		get(target, name) {
			if (name === "savepoint") {
				return (work: Work) => {
					if (fate.lost) return fate.loss;
					return Promise.race([
						fate.loss,
						target.savepoint((inner) => unlessLost(fate, () => work(guarded(inner, fate)))),
					]);
				};
			}
			return Reflect.get(fate.lost && name in nowhere ? nowhere : target, name);
		},
	});
}
