"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Eye, EyeOff, FlaskConical, GitCompareArrows, Power } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { useTRPC } from "@/app/_ui/query/trpc";
import { useRefusalText } from "@/app/_ui/query/use-refusal-text";
import { Tabs } from "@/app/_ui/tabs";
import { toast } from "@/app/_ui/toasts";
import { ChainEditor } from "./editor/chain-editor";
import { InForceDialog } from "./in-force-dialog";
import { ReplayPart } from "./replay-part";
import { ShadowPart } from "./shadow-part";
import { ShareDialog } from "./share-dialog";
import { VersionState } from "./version-state";

/** One version: where it stands, what can be done with it, and its chain. */
export function VersionView({ version }: { version: number }) {
	const t = useTranslations("matching.version");
	const refusalText = useRefusalText();
	const queries = useQueryClient();
	const trpc = useTRPC();
	const { data } = useSuspenseQuery(trpc.matching.pipelines.queryOptions());
	const [isActivating, setActivating] = useState(false);
	const [isSharing, setSharing] = useState(false);
	const pipeline = data.pipelines.find((one) => one.version === version);
	const shadow = useMutation(
		trpc.matching.shadowPipeline.mutationOptions({
			onSuccess: (_, { on }) => toast.done(t(on ? "shadowed" : "unshadowed", { version })),
			onError: (error) => toast.failed(refusalText(error)),
			onSettled: () => queries.invalidateQueries(trpc.matching.pathFilter()),
		}),
	);
	if (!pipeline) return null;
	const { status, percent, note } = pipeline;
	const { active } = data;
	const isShadow = status === "shadow";
	return (
		<>
			<PageHeader
				title={t("title", { version })}
				status={<VersionState status={status} percent={percent} />}
				help={note}
				back={{ href: "/admin/matching", label: t("back") }}
				actions={
					active !== null &&
					status !== "active" && (
						<>
							<Button asChild look="quiet">
								<Link look="plain" href={`/admin/matching/compare?from=${active}&to=${version}`}>
									<GitCompareArrows aria-hidden />
									{t("compare", { version: active })}
								</Link>
							</Button>
							<Button pending={shadow.isPending} onClick={() => shadow.mutate({ version, on: !isShadow })}>
								{isShadow ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
								{t(isShadow ? "unshadow" : "shadow")}
							</Button>
							{isShadow && (
								<Button onClick={() => setSharing(true)}>
									<FlaskConical aria-hidden />
									{t("share")}
								</Button>
							)}
							<Button onClick={() => setActivating(true)}>
								<Power aria-hidden />
								{t("activate")}
							</Button>
						</>
					)
				}
			/>
			<Tabs
				label={t("parts.label")}
				tabs={[
					{ value: "chain", label: t("parts.chain"), content: <ChainEditor key={version} version={version} /> },
					...(status === "active"
						? []
						: [
								{
									value: "shadow",
									label: t("parts.shadow"),
									content: <ShadowPart version={version} isShadow={isShadow} />,
								},
							]),
					{ value: "replay", label: t("parts.replay"), content: <ReplayPart version={version} /> },
				]}
			/>
			{isSharing && <ShareDialog version={version} percent={percent} onClose={() => setSharing(false)} />}
			{isActivating && active !== null && (
				<InForceDialog deed={{ kind: "activate", version }} active={active} onClose={() => setActivating(false)} />
			)}
		</>
	);
}
