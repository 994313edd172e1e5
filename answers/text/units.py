"""The usual units of measure: which of them measure the same, and how many of one make another."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """How many of the least unit of `dimension` it is: what is measured in another dimension is never the same."""

    dimension: str
    factor: float


# By dimension: each unit's size in the first one, and how it is written. A dimension within another one ("degree
# Celsius") may be named in short.
_NAMES = {
    "time": {
        "ns nanoseconds?": 1e-9, "[µμu]s microseconds?": 1e-6, "ms msecs? milliseconds?": 1e-3, "s secs? seconds?": 1.0,
        "mins? minutes?": 60.0, "h hrs? hours?": 3_600.0, "days?": 86_400.0, "wks? weeks?": 604_800.0,
        "mos? months?": 2_629_800.0, "y yrs? years?": 31_557_600.0,
    },
    "length": {
        "nm nanomet(?:er|re)s?": 1e-9, "[µμu]m microns? micromet(?:er|re)s?": 1e-6, "mm millimet(?:er|re)s?": 1e-3,
        "cm centimet(?:er|re)s?": 1e-2, "m met(?:er|re)s?": 1.0, "km kilomet(?:er|re)s?": 1e3, "inch inches": 0.0254,
        "ft foot feet": 0.3048, "miles?": 1_609.344,
    },
    "mass": {
        "ng nanograms?": 1e-9, "[µμu]g mcg micrograms?": 1e-6, "mg milligrams?": 1e-3, "g grams? grammes?": 1.0,
        "kg kgs kilograms? kilos?": 1e3, "tons? tonnes?": 1e6, "lbs?": 453.59237,
    },
    "volume": {
        "[µμu][lL] microlit(?:er|re)s?": 1e-6, "m[lL] millilit(?:er|re)s? cc": 1e-3, "d[lL]": 0.1,
        "[lL] lit(?:er|re)s?": 1.0,
    },
    "memory": {
        "bits?": 1.0, "bytes?": 8.0, "[kK]B kilobytes?": 8e3, "MB megabytes?": 8e6, "GB gigabytes?": 8e9,
        "TB terabytes?": 8e12, "PB petabytes?": 8e15,
    },
    "frequency": {"Hz": 1.0, "[kK]Hz": 1e3, "MHz": 1e6, "GHz": 1e9},
    "power": {"mW": 1e-3, "W watts?": 1.0, "kW kilowatts?": 1e3, "MW megawatts?": 1e6},
    "voltage": {"mV millivolts?": 1e-3, "V volts?": 1.0, "kV": 1e3},
    "energy": {"J joules?": 1.0, "kJ": 1e3, "kcal": 4_184.0},
    "pressure": {r"mm\s?Hg": 133.322, "Pa": 1.0, "kPa": 1e3, "MPa": 1e6},
    "concentration": {"pM": 1e-12, "nM": 1e-9, "[µμu]M": 1e-6, "mM": 1e-3},
    "radiation": {"mGy": 1e-3, "cGy": 1e-2, "Gy": 1.0},
    "operations": {"MFLOPS? MFLOPs": 1e6, "GFLOPS? GFLOPs": 1e9, "TFLOPS? TFLOPs": 1e12},
    "degree": {"° degrees?": 1.0},
    "degree Celsius": {r"°\s?C degrees?\s(?:C|Celsius|centigrade)": 1.0},
    "degree Fahrenheit": {r"°\s?F degrees?\s(?:F|Fahrenheit)": 1.0},
    "dollar": {"USD dollars?": 1.0, "cents?": 0.01},
    "euro": {"EUR euros?": 1.0},
}  # fmt: skip
SIGNS = {"$": Unit("dollar", 1.0), "€": Unit("euro", 1.0), "£": Unit("pound", 1.0), "¥": Unit("yen", 1.0)}
SIGN = re.compile(r"[$€£¥]\s?$")
UNITS = tuple(
    (re.compile(rf"(?:{'|'.join(written.split(' '))})"), Unit(dimension, factor))
    for dimension, names in _NAMES.items()
    for written, factor in names.items()
)
# What may be a unit: letters of a word or two, or a sign; of "m2" and "g-mean" it is none.
WRITTEN = re.compile(
    r"[-\s]?(?P<unit>°(?:\s?[CF](?!\w))?|degrees?\s(?:C|F|Celsius|Fahrenheit|centigrade)(?!\w)|mm\sHg(?!\w)"
    r"|[^\W\d_]{1,12}(?![\w²³^]|-[a-z]{4}))"
)
LONGEST_SYMBOL = 6  # letters of what is a symbol, in which capitals tell
DECADE = re.compile(r"\d0s(?!\w)")  # "the 1990s"; "20s" may be seconds or an age


def unit_at(text: str, start: int, end: int) -> tuple[Unit | None, int]:
    """The unit of the number that stands from `start` to `end`, and where it ends; none where none is said."""
    sign = SIGN.search(text[max(0, start - 2) : start])
    if sign:
        return SIGNS[sign.group()[0]], end
    match = WRITTEN.match(text, end)
    if match is None or DECADE.match(text, end - 2):
        return None, end
    written = match["unit"] if len(match["unit"]) <= LONGEST_SYMBOL else match["unit"].lower()
    unit = next((unit for pattern, unit in UNITS if pattern.fullmatch(written)), None)
    return unit, match.end() if unit else end


def alike(one: Unit, other: Unit) -> bool:
    """Whether both measure the same thing."""
    shorter, longer = sorted((one.dimension, other.dimension), key=len)
    return shorter == longer or longer.startswith(f"{shorter} ")
