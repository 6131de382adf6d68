"use client";

import { useLocale } from "next-intl";
import { useRef, useState } from "react";
import { useRouter } from "@/app/_i18n/navigation";
import type { Opening } from "./send-form";

const load = () => import("./send-form");
type Module = Awaited<ReturnType<typeof load>>;
type Ready = { module: Module; opening: Opening; proof: Promise<string> };

type Robot = "idle" | "working" | "done" | "impossible";
export type Queue = { place: number | null };
type Trouble = { code: string; details: Record<string, string | number> };

const STALE = ["applications.proof_wrong", "applications.proof_expired", "applications.proof_missing"];
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
	const [trouble, setTrouble] = useState<Trouble | "no-network" | null>(null);
	const [pending, setPending] = useState(false);

	async function open(): Promise<Ready> {
		const module = await load();
		const opening = await module.begin();
		setVacancies(opening.vacancies);
		if (!globalThis.crypto?.subtle) {
			setRobot("impossible");
			return { module, opening, proof: Promise.reject(new Error("no secure connection")) };
		}
		setRobot("working");
		const proof = module.prove(opening.challenge);
		void proof.then(() => setRobot("done"));
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
		const vacancyId = form.vacancyId || opening.vacancies[0]?.vacancyId;
		const whole = { ...form, vacancyId, locale };
		const wrong = module.faultsIn(whole);
		setFaults(wrong);
		if (wrong.length > 0) return;
		const small = photo && (await module.madeSmall(photo));
		for (;;) {
			const answer = await module.send(whole, small, await proof);
			if (answer.kind === "taken") return router.push("/apply/received");
			if (answer.kind === "refused") {
				if (STALE.includes(answer.code)) ready.current = null;
				return setTrouble(answer);
			}
			setQueue({ place: answer.place });
			await pause(answer.retryAfterSeconds);
		}
	}

	async function submit(form: Record<string, unknown>, photo: File | null): Promise<void> {
		if (pending) return;
		setPending(true);
		setTrouble(null);
		try {
			await deliver(form, photo);
		} catch {
			setTrouble("no-network");
		} finally {
			setQueue(null);
			setPending(false);
		}
	}

	return { begin: () => void begin().catch(() => {}), submit, robot, vacancies, faults, queue, trouble, pending };
}
