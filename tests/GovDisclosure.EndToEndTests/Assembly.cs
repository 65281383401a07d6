using GovDisclosure.EndToEndTests.Support;

[assembly: AssemblyFixture(typeof(Stage))]
