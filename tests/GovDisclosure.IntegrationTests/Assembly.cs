using GovDisclosure.TestCommon;

[assembly: AssemblyFixture(typeof(PortalServer))]
