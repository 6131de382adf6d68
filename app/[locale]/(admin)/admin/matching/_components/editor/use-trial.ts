"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "@/app/_ui/query/trpc";
import type { OrderId } from "@/server/kernel/ids";
import type { ChainSteps, Trouble } from "./chain";

type Checked = { troubles: Trouble[] };
const PAUSE_MS = 350;

/**
 * What is wrong with the chain as it stands, and whom it would choose for an order: asked anew a moment after each change. What
 * was answered last stays in sight until the next answer, and answers that were overtaken are let go.
 */
export function useTrial(steps: ChainSteps, orderId: OrderId | null) {
	const trpc = useTRPC();
	const { mutateAsync: tryChain } = useMutation(trpc.matching.tryChain.mutationOptions());
	const { mutateAsync: assemble } = useMutation(trpc.matching.assemble.mutationOptions());
	const [checked, setChecked] = useState<Checked>({ troubles: [] });
	const [trial, setTrial] = useState<Trial | null>(null);
	const [error, setError] = useState<unknown>(null);
	const [pending, setPending] = useState(false);
	const latest = useRef(0);
	const asked = JSON.stringify(steps);
	useEffect(() => {
		latest.current += 1;
		const mine = latest.current;
		const ask = async () => {
			setPending(true);
			const chain: ChainSteps = JSON.parse(asked);
			try {
				const answer = orderId
					? await tryChain({ orderId, chain: { steps: chain } })
					: await assemble({ steps: chain });
				if (mine !== latest.current) return;
				setChecked({ troubles: answer.troubles });
				setError(null);
				if ("result" in answer) setTrial((before) => answer.result ?? before);
			} catch (failure) {
				if (mine === latest.current) setError(failure);
			} finally {
				if (mine === latest.current) setPending(false);
			}
		};
		const timer = setTimeout(() => void ask(), PAUSE_MS);
		return () => clearTimeout(timer);
	}, [asked, orderId, tryChain, assemble]);
	return { ...checked, trial: orderId ? trial : null, pending, error };
}

type TryChain = ReturnType<ReturnType<typeof useTRPC>["matching"]["tryChain"]["mutationOptions"]>["mutationFn"];
type Answer = Awaited<ReturnType<NonNullable<TryChain>>>;
export type Trial = NonNullable<Answer["result"]>;
