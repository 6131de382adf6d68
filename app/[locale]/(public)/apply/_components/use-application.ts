"use client";

import { useLocale } from "next-intl";
import { useRef, useState } from "react";
import { useRouter } from "@/app/_i18n/navigation";
import type { Opening, Refused } from "./send-form";

const load = () => import("./send-form");
type Module = Awaited<ReturnType<typeof load>>;
/** `proof` is null where the browser can't work on one. */
type Ready = { module: Module; opening: Opening; proof: Promise<string> | null };

type Robot = "idle" | "working" | "done" | "impossible";
export type Queue = { place: number | null };
type Trouble = Refused | "no-network" | "no-proof";

const GONE = "applications.no_such_vacancy";
const STALE = ["applications.proof_wrong", "applications.proof_expired", "applications.proof_missing", GONE];
const isRefused = (error: unknown): error is Refused =>
	typeof error === "object" && error !== null && "kind" in error && error.kind === "refused";
const pause = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000));

/** One application from the first key to the answer: the proof is worked on meanwhile, and who has to wait waits here. */
export function useApplication() {
	const locale = useLocale();
	const router = useRouter();
	const ready = useRef<Promise<Ready> | null>(null);
	const [robot, setRobot] = useState<Robot>("idle");
	const [vacancies, setVacancies] = useState<Opening["vacancies"] | null>(null);
	const [faults, setFaults] = useState<string[]>([]);
	const [queue, setQueue] = useState<Queue | null>(null);
	const [trouble, setTrouble] = useState<Trouble | null>(null);
	const [pending, setPending] = useState(false);
	/** What was applied for is gone: nobody is made to apply for something else without having chosen it. */
	const [mustChoose, setMustChoose] = useState(false);

	async function open(): Promise<Ready> {
		const module = await load();
		const opening = await module.begin();
		if ("kind" in opening) throw opening;
		setVacancies(opening.vacancies);
		if (!globalThis.crypto?.subtle) {
			setRobot("impossible");
			return { module, opening, proof: null };
		}
		setRobot("working");
		const proof = module.prove(opening.challenge);
		proof.then(
			() => setRobot("done"),
			() => setRobot("impossible"),
		);
		return { module, opening, proof };
	}

	/** To be called when somebody begins; again does nothing. */
	function begin(): Promise<Ready> {
		ready.current ??= open().catch((error) => {
			ready.current = null;
			throw error;
		});
		return ready.current;
	}

	async function deliver(form: Record<string, unknown>, photo: File | null): Promise<void> {
		const { module, opening, proof } = await begin();
		const vacancyId = form.vacancyId || (mustChoose ? "" : opening.vacancies[0]?.vacancyId);
		const whole = { ...form, vacancyId, locale };
		const small = photo && (await module.madeSmall(photo));
		const wrong = [...module.faultsIn(whole), ...(photo && !small ? ["photo"] : [])];
		setFaults(wrong);
		if (wrong.length > 0) return;
		const proven = await proof?.catch(() => null);
		if (!proven) {
			ready.current = null;
			return setTrouble("no-proof");
		}
		for (;;) {
			const answer = await module.send(whole, small, proven);
			if (answer.kind === "taken") return router.push("/apply/received");
			if (answer.kind === "refused") return refuse(answer);
			setQueue({ place: answer.place });
			await pause(answer.retryAfterSeconds);
		}
	}

	/** What was refused for being stale is begun anew meanwhile: a proof, or what there is to apply for. */
	function refuse(refused: Refused): void {
		setTrouble(refused);
		if (!STALE.includes(refused.code)) return;
		ready.current = null;
		if (refused.code === GONE) setMustChoose(true);
		void begin().catch(() => {});
	}

	async function submit(form: Record<string, unknown>, photo: File | null): Promise<void> {
		if (pending) return;
		setPending(true);
		setTrouble(null);
		try {
			await deliver(form, photo);
		} catch (error) {
			setTrouble(isRefused(error) ? error : "no-network");
		} finally {
			setQueue(null);
			setPending(false);
		}
	}

	return {
		begin: () => void begin().catch(() => {}),
		...{ submit, robot, vacancies, mustChoose, faults, queue, trouble, pending },
	};
}
