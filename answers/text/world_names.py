"""Names of languages and of countries, as papers write them, and of who lives in these countries."""

import re

_LANGUAGES = """
    Afrikaans Akan Albanian Amharic Arabic Aramaic Armenian Assamese Azerbaijani Bambara Bantu Basque Belarusian
    Bengali Bengalese Bosnian Breton Bulgarian Burmese Cantonese Catalan Cebuano Chichewa Chinese Coptic Cornish
    Croatian Czech Danish Dravidian Dutch English Esperanto Estonian Ewe Farsi Faroese Finnish Flemish French
    Frisian Galician Georgian German Germanic Greek Guarani Gujarati Hausa Hawaiian Hebrew Hindi Hinglish Hungarian
    Icelandic Igbo Ilocano Indo-Aryan Indo-European Indonesian Inuktitut Irish Italian Japanese Javanese Kannada
    Kazakh Khmer Kinyarwanda Korean Kurdish Kyrgyz Lao Latin Latvian Lingala Lithuanian Luganda Luxembourgish
    Macedonian Malagasy Malay Malayalam Maltese Mandarin Manipuri Maori Marathi Mongolian Nahuatl Navajo Nepali
    Norwegian Occitan Odia Oriya Oromo Pashto Persian Pidgin Polish Portuguese Punjabi Quechua Romance Romanian
    Romansh Russian Sanskrit Semitic Serbian Serbo-Croatian Sesotho Shona Sindhi Sinhala Sinhalese Slavic Slovak
    Slovene Slovenian Somali Sorbian Spanish Sundanese Swahili Swedish Tagalog Tajik Tamil Tatar Telugu Tetun Thai
    Tibetan Tigrinya Tswana Turkic Turkish Turkmen Ukrainian Urdu Uyghur Uzbek Vietnamese Welsh Wolof Xhosa Yiddish
    Yoruba Zulu isiXhosa isiZulu
"""
_COUNTRIES = """
    Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|Barbados
    |Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia|Botswana|Brazil|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia
    |Cameroon|Canada|Cape Verde|Chile|China|Colombia|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Czechia|Denmark
    |Djibouti|Dominican Republic|Ecuador|Egypt|El Salvador|England|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France
    |Gabon|Gambia|Germany|Ghana|Greece|Greenland|Guatemala|Guinea|Guyana|Haiti|Honduras|Hong Kong|Hungary|Iceland|India
    |Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos
    |Latvia|Lebanon|Lesotho|Liberia|Libya|Lithuania|Luxembourg|Macedonia|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta
    |Mauritania|Mauritius|Mexico|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands
    |New Zealand|Nicaragua|Niger|Nigeria|North Korea|Northern Ireland|Norway|Oman|Pakistan|Palestine|Panama
    |Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russia|Rwanda|Saudi Arabia
    |Scotland|Senegal|Serbia|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|Korea|South Sudan
    |Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo
    |Trinidad and Tobago|Tunisia|Turkey|Türkiye|Turkmenistan|Uganda|Ukraine|United Arab Emirates|United Kingdom
    |United States(?: of America)?|Uruguay|Uzbekistan|Venezuela|Vietnam|Viet Nam|Wales|Yemen|Zambia|Zimbabwe|USA|UK|UAE
    |U\\.S\\.(?:A\\.)?|U\\.K\\.
"""
_PEOPLES = """
    American Argentine Argentinian Australian Austrian Bangladeshi Belgian Brazilian British Bulgarian Canadian
    Chilean Chinese Colombian Croatian Cuban Cypriot Czech Danish Dutch Egyptian English Ethiopian Finnish French
    German Ghanaian Greek Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Japanese
    Jordanian Kenyan Korean Kuwaiti Latvian Lebanese Lithuanian Malawian Malaysian Mexican Moroccan Nepalese
    Nigerian Norwegian Pakistani Palestinian Peruvian Polish Portuguese Romanian Russian Rwandan Saudi Scottish
    Serbian Singaporean Slovak Slovenian Spanish Sudanese Swedish Swiss Syrian Taiwanese Tanzanian Thai Tunisian
    Turkish Ugandan Ukrainian Venezuelan Vietnamese Welsh Zambian Zimbabwean
"""
_LANGUAGE = rf"(?:{'|'.join(_LANGUAGES.split())})"
_COUNTRY = rf"(?:{''.join(line.strip() for line in _COUNTRIES.splitlines())})"
_WHO = (
    r"(?:adults?|adolescents|births|children|cohorts?|cit(?:y|ies)|famil(?:y|ies)|farmers|hospitals?|individuals|infants"
    r"|market|men|mothers|nurses|patients|people|physicians|population|pupils|register|registry|regions?|residents"
    r"|sample|schools?|students|subjects|survey|towns?|universit(?:y|ies)|villages?|women|workers)"
)

COUNTRY = re.compile(rf"{_COUNTRY}(?!\w)")
LANGUAGE = re.compile(rf"(?<![\w-]){_LANGUAGE}(?![\w])")
# Two languages side by side, as what is translated from and into.
PAIR = re.compile(
    rf"(?<!\w){_LANGUAGE}(?: ?[-–—/↔→]+ ?| (?:in)?to | from )(?:\w+ )?{_LANGUAGE}(?!\w)"
    rf"|\bbetween {_LANGUAGE} and {_LANGUAGE}(?!\w)"
    r"|(?<![\w-])[A-Z][a-z]-[A-Z][a-z](?![\w-])|(?<![\w-])[a-z]{2}[-–→][a-z]{2}(?= (?:and|pair|translation)|[),])"
)
# Where something is: a country behind a preposition, or those who live there beside whom a study counts.
PLACE = re.compile(
    rf"\b(?:in|from|at|of|across|throughout|within|through) (?:[\w-]+,? ){{0,4}}?(?:[A-Z]\w+, )?{_COUNTRY}(?!\w)"
    rf"|\b(?:{'|'.join(_PEOPLES.split())}) (?:[a-z-]+ ){{0,2}}{_WHO}\b"
    r"|\b(?:in|from|across|throughout) the US(?![\w-]| [a-z])"
)
