// Races and crash tests share two cores with whatever else runs; jest's five seconds would fail them at random.
jest.setTimeout(60_000);
