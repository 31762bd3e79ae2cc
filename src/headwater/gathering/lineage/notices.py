"""Words by which a page speaks to its reader about itself, and not of the world."""

WORDS = frozenset(
    """
    you your yours yourself please sign signed signing log login logged click clicking tap enter re
    email emails inbox spam notification notifications alert alerts newsletter newsletters
    subscribe subscriber subscribers subscription subscriptions account profile password username
    register registering registered registration verify
    verification confirm confirmation activate cookies browser javascript enable enabled website site page pages
    copyright reserved rights redistributed rewritten broadcast republished permission trademark
    terms service privacy policy conditions agree agreement disclaimer
    advertisement advertise sponsored download app apps facebook twitter instagram follow share shares link links
    comment comments commenting posted posting submit tips photos video videos watch mobile device
    story stories archive archives purchase purchased browse search available
    delivery delivered digital access unlimited sale offer zip code captcha characters
""".split()
)
