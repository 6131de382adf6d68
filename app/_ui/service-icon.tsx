import {
	Armchair,
	Bath,
	BedDouble,
	Brush,
	Fish,
	Flower2,
	GlassWater,
	Lamp,
	type LucideIcon,
	Package,
	PawPrint,
	Rat,
	Shirt,
	ShoppingBag,
	Sofa,
	Utensils,
	Volleyball,
} from "lucide-react";
import type { ServiceIcon as Name } from "@/server/contexts/ordering/contracts";

const icons: Record<Name, LucideIcon> = {
	armchair: Armchair,
	bath: Bath,
	bed: BedDouble,
	box: Package,
	brush: Brush,
	fish: Fish,
	flower: Flower2,
	glass: GlassWater,
	lamp: Lamp,
	mouse: Rat,
	paw: PawPrint,
	shirt: Shirt,
	shopping: ShoppingBag,
	sofa: Sofa,
	utensils: Utensils,
	// The nearest to a ball of yarn that the set has.
	yarn: Volleyball,
};

const isName = (name: string): name is Name => name in icons;

/** What a service type is drawn as, beside its name. A name of an older list becomes a paw. */
export function ServiceIcon({ name, className }: { name: string; className?: string }) {
	const Icon = isName(name) ? icons[name] : PawPrint;
	return <Icon aria-hidden className={className} />;
}
