"""Thirty pages on garden plants, in a layout of their own, and their known defects.

Front matter, a table of facts, a sentence that states them, sections under two names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

PAGE = """\
---
id: {id}
family: {family}
---

# {name}

| Fact | Value |
|---|---|
| Latin name | {latin} |
| Light | {light} |
| Water | {water} |
| Height in cm | {height} |

The {lower} wants {light} and {water} watering. {about}

## {planting}

{steps}

## Companions

{companions}

## Harvest

{harvest}
"""
TABLE = """\
Basil|Ocimum basilicum|Lamiaceae|full sun|frequent|45|Cold nights turn its leaves black, so it moves outside late.|Sow on a warm sill in April.~Thin the seedlings to a hand apart.~Move them out in June.|Tomato, Parsley|Pinch out the tips every week, before flowers show.
Parsley|Petroselinum crispum|Apiaceae|partial shade|moderate|30|Seeds take a month to wake, and old seed never does.|Soak the seed overnight.~Sow it in a drill a finger deep.~Keep the drill damp for four weeks.|Basil, Chives, Sorrel|Cut whole stems from the outside of the clump.
Chives|Allium schoenoprasum|Amaryllidaceae|full sun|moderate|35|The purple heads bring bees to the whole bed.|Split an old clump before it flowers.~Plant the pieces ten inches apart.~Trim the tops by half.|Carrot, Parsley|Shear the clump to the ground three times a year.
Carrot|Daucus carota|Apiaceae|full sun|moderate|40|Stony ground gives forked roots with too many legs.|Rake the bed until it is fine as sand.~Sow thinly along a string.~Cover with fleece against the fly.|Chives, Onion|Loosen the row with a fork before you pull.
Onion|Allium cepa|Amaryllidaceae|full sun|scarce|50|Sets are quicker than seed and nearly as cheap.|Push the sets in up to their necks.~Firm the ground round each one.~Replace those that birds lift.|Carrot, Beetroot|Lift the bulbs when the necks fold over.
Beetroot|Beta vulgaris|Amaranthaceae|partial shade|moderate|35|Each seed is a cluster, and several shoots come up.|Sow two clusters at each mark.~Single the shoots when they touch.~Hoe between the rows on dry days.|Onion, Lettuce|Twist the tops off by hand, for a knife makes them bleed.
Lettuce|Lactuca sativa|Asteraceae|partial shade|frequent|25|Hot weather sends it to seed within days.|Sow a short row every fortnight.~Water the drill before the seed goes in.~Shade the row with a net in July.|Beetroot, Radish|Take the outer leaves and let the heart grow on.
Radish|Raphanus sativus|Brassicaceae|partial shade|frequent|15|No crop is faster, and none is hotter when it is late.|Scatter the seed between slower crops.~Cover it with a thumb of soil.~Thin to the width of two fingers.|Lettuce, Spinach|Pull the roots while they are smaller than a walnut.
Spinach|Spinacia oleracea|Amaranthaceae|partial shade|frequent|30|Dry roots make it bolt sooner than heat does.|Dig compost into the row.~Sow in rows a foot apart.~Mulch once four leaves are open.|Radish, Strawberry|Cut the plants low, and they sprout a second time.
Strawberry|Fragaria ananassa|Rosaceae|full sun|moderate|20|Three summers are what a bed gives before it tires.|Spread the roots over a small mound.~Keep the crown level with the ground.~Snip the runners in the first year.|Spinach, Borage|Pick with the stalk on a dry morning.
Borage|Borago officinalis|Boraginaceae|full sun|scarce|80|Its blue stars fall into every salad bowl nearby.|Sow where it is to flower.~Leave a stride around each plant.~Stake the tallest in windy gardens.|Strawberry, Courgette|Gather the flowers when they open in the morning.
Courgette|Cucurbita pepo|Cucurbitaceae|full sun|frequent|60|One plant feeds a family, and two feed the street.|Stand the seed on its edge in a pot.~Harden the plant off for a week.~Plant it out on a heap of compost.|Borage, Sweetcorn|Slice the fruit off at the length of a hand.
Sweetcorn|Zea mays|Poaceae|full sun|moderate|180|Wind carries its pollen, so a block does better than a row.|Start the seed in tall pots.~Set the plants in a square block.~Earth up the stems when roots show.|Courgette, Runner Bean|Press a grain: milky juice says it is ready.
Runner Bean|Phaseolus coccineus|Fabaceae|full sun|frequent|240|Flowers drop where the roots go dry.|Build a frame of eight canes.~Sow two beans at each foot.~Spray the flowers on hot evenings.|Sweetcorn, Nasturtium|Pick twice a week while the pods snap.
Nasturtium|Tropaeolum majus|Tropaeolaceae|full sun|scarce|40|Poor soil brings flowers, and rich soil brings leaves.|Nick the hard seed with a file.~Press it in beside a fence.~Tie the first shoots to the wire.|Runner Bean, Kale|Use buds, flowers and young leaves alike.
Kale|Brassica oleracea|Brassicaceae|partial shade|moderate|90|Frost sweetens the leaves that slugs have left.|Raise the plants in a seedbed.~Set them deep and tread them in.~Net the bed against pigeons.|Nasturtium, Mint|Begin with the lowest leaves after the first frost.
Mint|Mentha spicata|Lamiaceae|partial shade|frequent|60|It walks through a garden unless a pot holds it.|Sink a bottomless bucket in the bed.~Fill it with moist loam.~Lay the runners flat and cover them.|Kale, Rhubarb, Sorrel|Strip the leaves just before the plant flowers.
Rhubarb|Rheum rhabarbarum|Polygonaceae|partial shade|moderate|100|A crown lives twenty years in one spot.|Dig a pit two spades deep.~Bed the crown on old manure.~Leave it alone for a whole year.|Mint, Garlic|Pull the stalks with a twist, never with a blade.
Garlic|Allium sativum|Amaryllidaceae|full sun|scarce|55|Without a cold winter the bulbs stay whole.|Break the bulb into cloves in October.~Push each one in with its point up.~Weed the rows by hand in spring.|Rhubarb, Tomato|Dry the bulbs in a shed for three weeks.
Tomato|Solanum lycopersicum|Solanaceae|full sun|frequent|150|Rain on the leaves is what brings blight.|Prick the seedlings out by the leaf.~Bury the stem up to the first truss.~Nip out the side shoots.|Basil, Garlic|Take the fruit when it parts from the joint.
Thyme|Thymus vulgaris|Lamiaceae|full sun|scarce|25|Wet feet kill it where frost does not.|Mix grit into the planting hole.~Set the plant a little proud.~Dress the surface with gravel.|Rosemary, Sage|Snip the shoots in June, when the oil is strongest.
Rosemary|Salvia rosmarinus|Lamiaceae|full sun|scarce|120|A wall at its back brings it through the winter.|Choose the warmest wall there is.~Plant in May, not in autumn.~Clip after flowering to keep it bushy.|Thyme, Sage|Cut sprigs all year, a few from each side.
Sage|Salvia officinalis|Lamiaceae|full sun|scarce|60|After four years it is all wood and wants replacing.|Take cuttings with a heel in August.~Root them in damp sand.~Pot them on before the frosts.|Thyme, Rosemary|Gather the leaves before noon on a dry day.
Celery|Apium graveolens|Apiaceae|partial shade|frequent|45|It was a marsh plant, and it has not forgotten.|Sow on the surface without cover.~Plant in blocks, a span each way.~Flood the block on summer evenings.|Leek, Cabbage|Dig the heads as you need them until November.
Leek|Allium porrum|Amaryllidaceae|full sun|moderate|60|The deeper the hole, the longer the white.|Make holes with the handle of a rake.~Drop one seedling into each.~Fill the holes with water and nothing else.|Celery, Cabbage|Ease them out with a fork all winter long.
Cabbage|Brassica capitata|Brassicaceae|partial shade|moderate|45|Lime in the soil keeps club root away.|Lime the plot in the autumn before.~Plant with a trowel in wet weather.~Collar the stems with felt.|Celery, Leek|Cut the head and score the stump for greens.
Pea|Pisum sativum|Fabaceae|partial shade|moderate|90|Mice find the seed sooner than rain does.|Soak the seed with a little paraffin.~Draw a flat trench a spade wide.~Stick twigs along it at once.|Turnip, Fennel|Start from the bottom and hold the vine.
Turnip|Brassica rapa|Brassicaceae|partial shade|moderate|30|Slow roots are woody roots.|Sow after the last hard frost.~Dust the row against flea beetle.~Thin it before the leaves meet.|Pea, Fennel|Lift them at the size of a tennis ball.
Fennel|Foeniculum vulgare|Apiaceae|full sun|moderate|70|A check in growth sends up a flower and no bulb.|Wait for midsummer before you sow.~Sow in cells to spare the roots.~Draw earth round the bulbs.|Pea, Turnip|Cut above the root, and feathery shoots follow.
Sorrel|Rumex acetosa|Polygonaceae|partial shade|frequent|50|One bite wakes a tired mouth.|Divide an old plant in early spring.~Give each piece a damp corner.~Remove the seed heads as they rise.|Parsley, Mint|Choose the small leaves in the middle.
"""

INDEX = "# The garden\n\nWhat grows here, from basil to sorrel.\n"


class Plant(NamedTuple):
    """A plant, as the table has it."""

    name: str
    latin: str
    family: str
    light: str
    water: str
    height: str
    about: str
    steps: str
    companions: str
    harvest: str


def plants() -> Iterator[Plant]:
    """Yield all plants."""
    for line in TABLE.splitlines():
        yield Plant(*line.split("|"))


def stem(name: str) -> str:
    return name.lower().replace(" ", "-")


def write(plant: Plant, number: int, planting: str) -> str:
    """Return the page of a plant."""
    steps = plant.steps.split("~")
    names = plant.companions.split(", ")
    return PAGE.format(
        **{
            **plant._asdict(),
            "id": f"p{number:02}",
            "lower": plant.name.lower(),
            "planting": planting,
            "steps": "\n".join(f"{n}. {step}" for n, step in enumerate(steps, 1)),
            "companions": "\n".join(f"- [{name}]({stem(name)}.md)" for name in names),
        }
    )


def garden() -> dict[str, str]:
    """Return path → text of a garden in order."""
    pages = {}
    for number, plant in enumerate(plants(), 1):
        planting = "Planting" if number % 3 else "How to plant"
        pages[f"plants/{stem(plant.name)}.md"] = write(plant, number, planting)
    pages["plants/index.md"] = INDEX
    return pages


def spoilt() -> dict[str, str]:
    """Return the garden with a defect on each of some pages."""
    pages = garden()
    for name, (old, new) in DEFECTS.items():
        path = f"plants/{name}.md"
        assert old in pages[path], (path, old)
        pages[path] = pages[path].replace(old, new)
    pages["plants/dill.md"] = "# Dill\n"
    return pages


DEFECTS = {
    "kale": ("| partial shade |", "| partial shde |"),
    "mint": ("wants partial shade", "wants full sun"),
    "leek": ("2. Drop", "3. Drop"),
    "pea": ("Start from the bottom and hold the vine.", ""),
    "turnip": ("id: p28", "id: p27"),
    "fennel": ("| Foeniculum vulgare |", "| {{ latin }} |"),
    "cabbage": ("| 45 |", "| knee-high |"),
    "celery": ("## Companions", "## Compnions"),
    "garlic": ("| scarce |", "| Scarce |"),
}
