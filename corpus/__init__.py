"""Who cites whom: papers, hubs, citations, citing sentences, their ids, their store and the sources they come from."""
