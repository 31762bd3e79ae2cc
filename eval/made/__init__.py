"""Made sets with known truth: pages drawn afresh from a seed, each set with a twin that differs in one fact."""
