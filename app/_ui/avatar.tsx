import { CatFace } from "./cat/cat-face";
import type { CatProfile } from "./cat/cat-traits";
import { cn } from "./cn";
import { Photo } from "./photo";

const sizes = { small: "size-6", medium: "size-9", large: "size-14", huge: "size-24" };

type AvatarProps = {
	/** Written beside it, or given as `label`. */
	cat: CatProfile;
	/** A photo comes before the drawing. */
	photo?: string | null;
	label?: string;
	size?: keyof typeof sizes;
	className?: string;
};

/** A person of the house, by photo or drawn from the profile. */
export function Avatar({ cat, photo, label, size = "medium", className }: AvatarProps) {
	const look = cn("inline-block shrink-0 overflow-hidden rounded-full", sizes[size], className);
	if (photo) return <Photo src={photo} alt={label ?? ""} className={look} />;
	const face = <CatFace {...cat} className="size-full" />;
	return label ? (
		<span role="img" aria-label={label} className={look}>
			{face}
		</span>
	) : (
		<span className={look}>{face}</span>
	);
}

type PersonProps = { name: string; cat: CatProfile; photo?: string | null; note?: string; className?: string };

/** Face and name together, as in tables and menus. */
export function PersonName({ name, cat, photo, note, className }: PersonProps) {
	return (
		<span className={cn("inline-flex min-w-0 max-w-full items-center gap-2.5 align-middle", className)}>
			<Avatar cat={cat} photo={photo} size={note ? "medium" : "small"} />
			<span className="min-w-0">
				<span className="block truncate">{name}</span>
				{note && <span className="block truncate text-muted text-sm">{note}</span>}
			</span>
		</span>
	);
}
