namespace Dashboard.Web.Importing;

/// <summary>Marks a page that is plain HTML with some parts that are kept up to date: it gets the circuit's scripts, and its own small bundle.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LivePartsAttribute : Attribute;
