import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/format-provider";
import { Photo } from "@/app/_ui/photo";
import type { Job } from "../../_components/jobs";

/** The photos that the worker has sent, each a link to its full size. */
export function JobPhotos({ job }: { job: Job }) {
	const t = useTranslations("jobs.photos");
	const format = useFormat();
	const photos = [
		...(job.start ? [{ fileId: job.start.photoId, label: t("start", { at: format.time(job.start.at) }) }] : []),
		...(job.end?.reportPhotoId
			? [{ fileId: job.end.reportPhotoId, label: t("report", { at: format.time(job.end.at) }) }]
			: []),
	];
	if (photos.length === 0) return null;
	return (
		<ul className="grid grid-cols-2 gap-3">
			{photos.map(({ fileId, label }) => (
				<li key={fileId}>
					<a href={`/api/files/${fileId}`} target="_blank" rel="noreferrer" className="block space-y-1">
						<Photo src={`/api/files/${fileId}`} alt="" className="h-40 w-full rounded-md bg-sunken" />
						<span className="block text-muted text-sm">{label}</span>
					</a>
				</li>
			))}
		</ul>
	);
}
