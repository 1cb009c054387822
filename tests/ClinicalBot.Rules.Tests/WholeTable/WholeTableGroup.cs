namespace ClinicalBot.Rules.Tests.WholeTable;

/// <summary>The enumeration runs once for all tests that look at it.</summary>
[CollectionDefinition(Name)]
public sealed class WholeTableGroup : ICollectionFixture<Enumeration>
{
    public const string Name = "Whole table";
}
