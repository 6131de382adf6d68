"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { later } from "@/app/_ui/later";
import { canGo } from "@/server/contexts/hiring/contracts/applications";
import type { Candidate } from "../../_components/candidate";

const AcceptDialog = later(() => import("./accept-dialog"));
const RejectDialog = later(() => import("./reject-dialog"));
const WordsDialog = later(() => import("./words-dialog"));

type Deed = "accept" | "reject" | "withdraw" | "reopen";

/** What can be decided about the candidate now. */
export function DecisionButtons({ candidate }: { candidate: Candidate }) {
	const t = useTranslations("candidates.decide");
	const [deed, setDeed] = useState<Deed | null>(null);
	const close = () => setDeed(null);
	const { state } = candidate;
	const isClosed = state === "rejected" || state === "withdrawn";
	return (
		<>
			{isClosed && <Button onClick={() => setDeed("reopen")}>{t("reopen")}</Button>}
			{canGo(state, "withdrawn") && (
				<Button look="quiet" onClick={() => setDeed("withdraw")}>
					{t("withdraw")}
				</Button>
			)}
			{canGo(state, "rejected") && <Button onClick={() => setDeed("reject")}>{t("reject")}</Button>}
			{canGo(state, "accepted") && (
				<Button look="primary" onClick={() => setDeed("accept")}>
					{t("accept")}
				</Button>
			)}
			{deed === "accept" && <AcceptDialog candidate={candidate} onClose={close} />}
			{deed === "reject" && <RejectDialog candidate={candidate} onClose={close} />}
			{deed === "withdraw" && <WordsDialog deed="withdraw" candidate={candidate} onClose={close} />}
			{deed === "reopen" && <WordsDialog deed="reopen" candidate={candidate} onClose={close} />}
		</>
	);
}
