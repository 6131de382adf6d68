import { Check, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "../format/format-provider";

type UploadProgressProps = {
	/** From 0 to 1. */
	share: number;
	/** The server has it. */
	stored: boolean;
	failed: boolean;
};

/** Browsers draw it as it was drawn in 1998 unless told otherwise, each by a name of its own. */
const bar =
	"block h-2 w-full appearance-none overflow-hidden rounded-sm bg-line [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-ink";

/** How much of a photo has been sent. */
export function UploadProgress({ share, stored, failed }: UploadProgressProps) {
	const t = useTranslations("common.form.photo");
	const format = useFormat();
	const percent = Math.floor(share * 100);
	if (failed) {
		return (
			<p className="flex items-center gap-2 text-bad">
				<CircleAlert aria-hidden className="size-5 shrink-0" />
				{t("notSent")}
			</p>
		);
	}
	if (stored) {
		return (
			<p className="flex items-center gap-2 text-good">
				<Check aria-hidden className="size-5 shrink-0" />
				{t("sent")}
			</p>
		);
	}
	return (
		<div className="space-y-1">
			<p className="figures flex justify-between text-muted text-sm">
				<span>{t("sending")}</span>
				<span>{format.percent(percent)}</span>
			</p>
			<progress value={percent} max={100} aria-label={t("sending")} className={bar} />
		</div>
	);
}
