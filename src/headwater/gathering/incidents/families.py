"""Kinds of happening by the words that name them.

A family holds the words for one kind of part of a happening, whatever their part of speech.  Families of one scene can
be parts of one happening: the shots, the wounds and the deaths of one attack.  Words are stems (stems.py), or whole
words where the form tells two families apart ("shot him", "a shooting").  An event whose type is known goes by its
type; words are for those whose type is not.  WAYS says by which ways an attack of a type can be carried out.
"""

VIOLENCE = "violence"

WORDS: dict[str, str] = {
    "death": """kill killing killer dead death die deadly deadliest fatal fatally fatality murder manslaughter
        homicid homicides homicide suicid suicide murder-suicid murder-suicide slay slaying slain
        body bodi corps corpse deceas deceased lifeless loss griev mourn autopsy autopsi assassinat
        assassinate assassination execut execution massacr massacre martyr martyrdom behead burial
        funeral perish casualty casualti toll lynch""",
    "injury": """injur injure injury injuri wound wounded wounding hurt condition hospitaliz hospitalize hospitalis
        treat treatment surgery paralyz paralyze maim blood bleed""",
    "shot": "shot shoot hit struck strik graz graze stab stabb",
    "fire": """shooting shootings gunshot gunshots gunfir gunfire shots fir fire firing shootout discharg discharge
        trigger shooter gunman gunmen bullet drive-by crossfir crossfire volley ambush sniper""",
    "attack": """attack assault assail raid offensiv offensive incursion storm onslaught rampag rampage violence
        bloodsh bloodshed airstrik airstrike air-strike airstrikes strike strikes bombard
        bombardment shell shelling bomb bombing bomber blast explosion explod explode detonat
        detonate barrel missil missile rocket mortar artillery raz raze clash clashe fight fighting
        battl battle skirmish hostiliti gas poison""",
    "incident": "incident tragedy tragedi event accident cas case scene it this that these what ordeal crime",
    "arrest": "arrest detain detention custody captur capture apprehend",
    "charge": "charg charge indict indictment accus accuse arraign arraignment plead plea",
    "trial": "trial convict conviction sentenc sentence verdict acquit guilty jury hearing",
    "protest": """protest demonstrat demonstrate demonstration rally ralli march marcher demonstrator protester riot
        unrest""",
    "quake": "quak quake earthquak earthquake tremor aftershock temblor",
    "kidnapping": "kidnap kidnapp kidnapping abduct abduction hostag hostage seiz",
    "speech": """say tell accord according report add announce statement comment told explain claim state note warn
        insist""",
    "win": "win winner victory victorious defeat beat triumph",
    "damage": "destroy destruct destruction damag damage level flatten demolish gut devastat devastate wreck",
    "theft": "robbery rob heist theft steal burglary loot",
    "escape": "escap escape fle flee breakout",
    "purchase": "buy acquir acquire acquisition purchas purchase takeover buyout",
    "launch": "launch releas release unveil introduc introduce debut issu issue rollout",
    "repair": "fix repair patch restor restore",
    "vote": "vot vote election elect ballot poll",
    "appointment": "hir hire appoint appointment",
    "resignation": "resign resignation quit",
    "dismissal": "sack dismiss dismissal oust",
    "prison": "jail imprison prison",
    "crash": "crash collid collide collision smash ram",
    "rescue": "rescu rescue sav save",
    "wedding": "marry wed wedding marriage",
    "sinking": "sink capsiz capsize",
    "plan": "plan schedul schedule",
    "apology": "apologis apologise apologiz apologize apology",
}
SCENES: dict[str, str] = dict.fromkeys(("death", "injury", "shot", "fire", "attack", "incident"), VIOLENCE)

WAYS: dict[str, frozenset[str]] = {
    "air_strike": frozenset(("air", "shell")),
    "drone_attack": frozenset(("air",)),
    "shelling": frozenset(("shell",)),
    "missile_attack": frozenset(("air", "shell")),
    "bombing": frozenset(("bomb", "air")),
    "suicide_attack": frozenset(("bomb",)),
    "chemical_attack": frozenset(("gas", "air", "shell")),
    "shooting": frozenset(("gun",)),
    "clash": frozenset(("gun", "shell")),
}
OF_TYPE: dict[str, str] = {"killing": "death", "injury": "injury", "attack": "attack"} | {way: way for way in WAYS}
SCENES |= dict.fromkeys(WAYS, VIOLENCE)

OF_WORD: dict[str, str] = {word: family for family, words in WORDS.items() for word in words.split()}
